using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace VideoGen.Sdk.SampleTests;

/// <summary>A sample running as a process of its own; only this very process is ever killed.</summary>
internal sealed class SampleRun : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly Process process;
    private readonly TaskCompletionSource<string?> firstLine = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<string> output;
    private readonly Task<string> error;
    private readonly Lock gate = new();
    private readonly List<(string Words, TaskCompletionSource Heard)> listeners = [];
    private readonly StringBuilder complaint = new();

    private SampleRun(Process process)
    {
        this.process = process;
        output = ReadOutputAsync();
        error = ReadErrorAsync();
    }

    /// <summary>Starts a sample with a short lease, so that a take-over after a kill takes seconds.</summary>
    public static SampleRun Start(string sample, string[] arguments, string? path = null, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Repository.Sample(sample));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["VideoGeneration__Lease"] = "00:00:03";
        foreach (var key in (string[])["KLING_API_KEY", "KLING_ACCESS_KEY", "KLING_SECRET_KEY", "PIKA_API_KEY", "FAL_KEY", "RUNWAY_API_KEY", "RUNWAYML_API_SECRET", "HEYGEN_API_KEY", "OPENAI_API_KEY"])
        {
            // Nobody's own key may be spent by a test.
            start.Environment.Remove(key);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        if (path is not null)
        {
            start.FileName = Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : DotNet();
            start.Environment["PATH"] = path;
        }

        return new SampleRun(Process.Start(start)!);
    }

    public bool HasExited => process.HasExited;

    /// <summary>What it says first, while it runs; null when it ended without a word.</summary>
    public Task<string?> FirstLineAsync() => firstLine.Task.WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);

    /// <summary>Ends with the process.</summary>
    public Task Exit => process.WaitForExitAsync(TestContext.Current.CancellationToken);

    /// <summary>Ends once these words stand on its error stream, even if they were said before; never when it ends without them.</summary>
    public Task SaysAsync(string words)
    {
        lock (gate)
        {
            var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            listeners.Add((words, heard));
            Hear(complaint.ToString());
            return heard.Task;
        }
    }

    /// <summary>Ends it like a pulled plug, unless it was faster; says whether it was the plug.</summary>
    public async Task<bool> KillAfterAsync(TimeSpan delay)
    {
        using var soon = new CancellationTokenSource(delay, TimeProvider.System);
        try
        {
            await process.WaitForExitAsync(soon.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return true;
        }
    }

    /// <summary>Asks it to end with a signal such as <c>TERM</c>, as a service manager does.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async Task<SampleResult> EndAsync(TimeSpan? longest = null)
    {
        using var patience = new CancellationTokenSource(longest ?? Patience, TimeProvider.System);
        await process.WaitForExitAsync(patience.Token);
        var lines = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new SampleResult(process.ExitCode, lines, (await error).Trim());
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private async Task<string> ReadOutputAsync()
    {
        var said = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            firstLine.TrySetResult(line);
            said.Append(line).Append('\n');
        }

        firstLine.TrySetResult(null);
        return said.ToString();
    }

    private async Task<string> ReadErrorAsync()
    {
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            lock (gate)
            {
                complaint.Append(line).Append('\n');
                Hear(line);
            }
        }

        return complaint.ToString();
    }

    private void Hear(string said)
    {
        foreach (var (words, heard) in listeners.Where(l => said.Contains(l.Words, StringComparison.Ordinal)))
        {
            heard.TrySetResult();
        }
    }

    private static string DotNet() => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(p => Path.Combine(p, "dotnet")).First(File.Exists);
}
