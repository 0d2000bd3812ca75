using System.Diagnostics;
using System.Globalization;

namespace VideoGen.Sdk.Peers.Others;

/// <summary>Peers of another language, each a small program under <c>Node</c> that prints its rate.</summary>
internal static class NodePeer
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Node");

    /// <summary>Fetches the packages once.</summary>
    public static Task PrepareAsync() =>
        Directory.Exists(Path.Combine(Folder, "node_modules")) ? Task.CompletedTask : RunAsync("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock"]);

    public static async Task<Rate> DrainAsync(string program, LocalServer server, int jobs, int batch) =>
        new(double.Parse((await RunAsync("node", [program, server.Url, Text(jobs), Text(batch)])).Trim().Split('\n')[^1], CultureInfo.InvariantCulture), TimeSpan.Zero);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task<string> RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3), TimeProvider.System);
        try
        {
            var said = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{program} {arguments[0]} ended with {process.ExitCode}.");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
