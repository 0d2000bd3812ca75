using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace VideoGen.Sdk.Contracts.Assets;

/// <summary>A storage emulator of npm's in a process and folder of its own, on a free loopback port; ended by its id.</summary>
public sealed class NodeServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("videogen-objects-");
    private readonly Process process;

    private NodeServer(string modules, string script, Func<string, string, string[]> arguments)
    {
        Port = FreePort();
        process = Process.Start(new ProcessStartInfo(
            Path.Combine(modules, ".bin", "node"), [Path.Combine(modules, script), .. arguments(Port.ToString(CultureInfo.InvariantCulture), folder.FullName)])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder.FullName,
        })!;
        _ = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
    }

    public int Port { get; }

    /// <summary>Starts one. Where it is not installed, the calling test is skipped at home and fails in continuous integration.</summary>
    /// <param name="script">The program inside <c>node_modules</c>.</param>
    /// <param name="arguments">Makes the arguments of a port and a folder.</param>
    public static async Task<NodeServer> StartAsync(string script, Func<string, string, string[]> arguments)
    {
        var modules = Path.Combine(Root(), "artifacts", "node", "node_modules");
        var isThere = File.Exists(Path.Combine(modules, script)) && File.Exists(Path.Combine(modules, ".bin", "node"));
        Assert.SkipUnless(isThere || Environment.GetEnvironmentVariable("CI") is not null, $"{script} is not installed here; tests/run.sh installs it.");
        Assert.True(isThere, $"{script} is not installed; continuous integration must have it.");
        var server = new NodeServer(modules, script, arguments);
        try
        {
            await server.AnswersAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task AnswersAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        using var next = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        while (!await IsListeningAsync())
        {
            Assert.False(process.HasExited, "The emulator ended at once.");
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, "The emulator did not start in time.");
            await next.WaitForNextTickAsync();
        }
    }

    private async Task<bool> IsListeningAsync()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "VideoGen.Sdk.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
