using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace VideoGen.Sdk.PostgreSql.Tests.Server;

/// <summary>A real server from its installed binaries, in a folder of its own on a free loopback port; never as root, which the server refuses.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string root = Directory.CreateTempSubdirectory("videogen-postgres-").FullName;
    private readonly string[] settings;
    private Process? process;

    private ServerProcess(string[] settings) => this.settings = settings;

    /// <summary>The folder of the newest installed server; null when none is installed.</summary>
    public static string? Binaries { get; } = new[] { "/usr/lib/postgresql", "/usr/local/lib/postgresql" }
        .Where(Directory.Exists)
        .SelectMany(Directory.GetDirectories)
        .Select(folder => Path.Combine(folder, "bin"))
        .Where(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")))
        .MaxBy(folder => decimal.TryParse(Path.GetFileName(Path.GetDirectoryName(folder)), CultureInfo.InvariantCulture, out var version) ? version : 0m);

    public int Port { get; } = FreePort();

    public string ConnectionString => $"Host=127.0.0.1;Port={Port};Database=postgres;Username=videogen;Password=never-to-be-seen;Timeout=5;Maximum Pool Size=12";

    private string Data => Path.Combine(root, "data");

    /// <summary>Makes and starts one. Without the binaries the calling test is skipped at home and fails in continuous integration.</summary>
    public static async Task<ServerProcess> StartAsync(params string[] settings)
    {
        Assert.SkipUnless(Binaries is not null || Environment.GetEnvironmentVariable("CI") is not null, "PostgreSQL's server is not installed here; tests/run.sh installs it.");
        Assert.True(Binaries is not null, "PostgreSQL's server is not installed; continuous integration must have it.");
        var server = new ServerProcess(settings);
        try
        {
            await server.MakeAsync();
            await server.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async Task StartAsync()
    {
        process = Launch();
        var began = TimeProvider.System.GetTimestamp();
        using var next = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        while (!await AnswersAsync())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, $"The server did not start in time{(process.HasExited ? $" (ended with {process.ExitCode})" : "")}.");
            await next.WaitForNextTickAsync();
            if (process.HasExited)
            {
                // A child of the killed one may still be dying, and as long as it holds the memory the server refuses to start.
                process.Dispose();
                process = Launch();
            }
        }
    }

    private Process Launch()
    {
        var launched = Start(
            "postgres", ["-D", Data, "-p", Port.ToString(CultureInfo.InvariantCulture), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=200",
            "-c", "shared_buffers=64MB", "-c", "fsync=off", "-c", "log_min_messages=fatal", .. settings.SelectMany(setting => new[] { "-c", setting })]);
        _ = launched.StandardError.ReadToEndAsync();
        _ = launched.StandardOutput.ReadToEndAsync();
        return launched;
    }

    /// <summary>Ends it as a power cut does: no connection is told, nothing is written any more.</summary>
    public async Task KillAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(root, recursive: true);
    }

    private async Task MakeAsync()
    {
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync(Process.Start(new ProcessStartInfo("chown", ["nobody", root]) { RedirectStandardError = true })!);
        }

        await RunAsync(Start("initdb", ["-D", Data, "-U", "videogen", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions"]));
    }

    private static Process Start(string program, string[] arguments)
    {
        var path = Path.Combine(Binaries!, program);
        string[] words = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", path, .. arguments] : [path, .. arguments];
        return Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = "/" })!;
    }

    private static async Task RunAsync(Process process)
    {
        using (process)
        {
            var said = process.StandardError.ReadToEndAsync();
            using var patience = new CancellationTokenSource(Patience);
            await process.WaitForExitAsync(patience.Token);
            Assert.True(process.ExitCode == 0, await said);
        }
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
