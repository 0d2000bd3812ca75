using System.Diagnostics;
using Instances;
using VideoGen.Sdk.Assets;

namespace VideoGen.Sdk.Media.Running;

/// <summary>
/// Starts the processes. With Instances, the runner on which FFMpegCore itself stands, because FFMpegCore's own start hands the whole environment down, keys
/// included, and answers a cancel only after five seconds.
/// </summary>
internal sealed class ToolRunner(MediaOptions options, TimeProvider time) : IToolRunner, IDisposable
{
    private static readonly string[] KeptVariables = ["PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR"];

    private readonly FfmpegBinaries binaries = new(options);
    private readonly SemaphoreSlim slots = new(options.MaxProcesses);

    // Looking into a file takes a tenth of a second: it neither waits behind an encode nor needs one of its places.
    private readonly SemaphoreSlim looks = new(options.MaxProcesses + 1);

    public async Task<ToolOutput> RunAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var program = binaries.Require(call.Tool);
        var places = call.Tool == FfmpegTool.Ffprobe ? looks : slots;
        await places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var limit = new CancellationTokenSource(options.TimeLimit, time);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
            using var process = Start(program, call);
            var result = await process.WaitForExitAsync(stop.Token).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (limit.IsCancellationRequested && result.ExitCode != 0)
            {
                throw new MediaException($"{call.Tool} did not end within {options.TimeLimit} and was stopped: shorten the video or raise {MediaOptionsValidator.Section}:{nameof(MediaOptions.TimeLimit)}.");
            }

            return new ToolOutput(result.ExitCode, result.OutputData, result.ErrorData);
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose()
    {
        slots.Dispose();
        looks.Dispose();
    }

    private IProcessInstance Start(string program, ToolCall call)
    {
        var (file, before) = MemoryLimit.Around(program, options);
        var start = new ProcessStartInfo(file, before + call.Arguments) { WorkingDirectory = call.Folder };
        KeepOnlyHarmless(start.Environment);
        var arguments = new ProcessArguments(start);
        if (call.Progress is { } progress)
        {
            arguments.OutputDataReceived += (_, line) =>
            {
                if (ToolProgress.Read(line, call.Length) is { } share)
                {
                    progress.Report(share);
                }
            };
        }

        return arguments.Start();
    }

    private static void KeepOnlyHarmless(IDictionary<string, string?> environment)
    {
        var kept = KeptVariables.Where(environment.ContainsKey).Select(name => (name, environment[name])).ToList();
        environment.Clear();
        foreach (var (name, value) in kept)
        {
            environment[name] = value;
        }

        environment["LC_ALL"] = "C.UTF-8";
    }
}
