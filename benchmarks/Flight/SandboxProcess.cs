using System.Diagnostics;
using VideoGen.Sdk.Testing;

namespace VideoGen.Sdk.Flight;

/// <summary>The sandbox in a process of its own, so that the client's processor time is the client's alone.</summary>
internal sealed class SandboxProcess : IDisposable
{
    private readonly Process process;

    private SandboxProcess(Process process, Uri url) => (this.process, Url) = (process, url);

    public Uri Url { get; }

    public static async Task<SandboxProcess> StartAsync()
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["sandbox"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        return new SandboxProcess(process, new Uri(await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The sandbox did not start.")));
    }

    /// <summary>Serves until whoever started it goes away.</summary>
    public static async Task ServeAsync()
    {
        await using var sandbox = await VideoSandbox.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromHours(1) });
        Console.WriteLine(sandbox.BaseUrl.AbsoluteUri);
        await Console.In.ReadToEndAsync();
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
