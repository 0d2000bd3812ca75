using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace VideoGen.Sdk.Peers;

/// <summary>A PostgreSQL server with default durability from the installed binaries, in a folder of its own on a free loopback port; as nobody when started by root, which the server refuses.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private static readonly string[] Installations = ["/usr/lib/postgresql", "/usr/local/lib/postgresql"];

    private readonly string root = Directory.CreateTempSubdirectory("videogen-peers-").FullName;
    private readonly int port = FreePort();
    private Process? process;

    public string ConnectionString => $"Host=127.0.0.1;Port={port};Database=postgres;Username=peers;Maximum Pool Size=40";

    /// <summary>The same as a URL, as programs of other languages want it.</summary>
    public string Url => $"postgres://peers@127.0.0.1:{port}/postgres";

    public static async Task<LocalServer> StartAsync()
    {
        var server = new LocalServer();
        if (Environment.IsPrivilegedProcess)
        {
            await EndAsync(Process.Start("chown", ["nobody", server.root]));
        }

        var data = Path.Combine(server.root, "data");
        await EndAsync(Launch("initdb", ["-D", data, "-U", "peers", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-instructions"]));
        server.process = Launch("postgres", ["-D", data, "-p", server.port.ToString(CultureInfo.InvariantCulture), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="]);
        using var next = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        while (!await server.AnswersAsync())
        {
            if (server.process.HasExited || !await next.WaitForNextTickAsync())
            {
                throw new InvalidOperationException("The server did not start.");
            }
        }

        return server;
    }

    /// <summary>What the server's processes have taken of the processor so far, those that ended included; null where the system does not tell.</summary>
    public TimeSpan? ProcessorTime => process is { HasExited: false } && Directory.Exists("/proc")
        ? OfKernel(process.Id, withEnded: true) + Directory.GetDirectories("/proc").Select(Path.GetFileName)
            .Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out var id) && ParentOf(id) == process.Id)
            .Aggregate(TimeSpan.Zero, (sum, name) => sum + OfKernel(int.Parse(name!, CultureInfo.InvariantCulture), withEnded: false))
        : null;

    /// <summary>Runs statements.</summary>
    public async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        Directory.Delete(root, recursive: true);
    }

    // In the order of proc(5) after the name, which may hold anything: state, parent, …, own user and system time, that of children that ended, each in hundredths of a second.
    private static string[] StatOf(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return [];
        }
    }

    private static int? ParentOf(int id) => StatOf(id) is [_, var parent, ..] ? int.Parse(parent, CultureInfo.InvariantCulture) : null;

    private static TimeSpan OfKernel(int id, bool withEnded) =>
        TimeSpan.FromMilliseconds(10 * StatOf(id).Skip(11).Take(withEnded ? 4 : 2).Sum(ticks => long.Parse(ticks, CultureInfo.InvariantCulture)));

    private static Process Launch(string program, string[] arguments)
    {
        var path = Path.Combine(Binaries(), program);
        string[] words = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", path, .. arguments] : [path, .. arguments];
        var launched = Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = "/" })!;
        // Unread, a full pipe would stop the server.
        launched.ErrorDataReceived += (_, _) => { };
        launched.OutputDataReceived += (_, _) => { };
        launched.BeginErrorReadLine();
        launched.BeginOutputReadLine();
        return launched;
    }

    private static string Binaries() => Installations
        .Where(Directory.Exists).SelectMany(Directory.GetDirectories).Select(folder => Path.Combine(folder, "bin"))
        .Where(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")))
        .MaxBy(folder => decimal.TryParse(Path.GetFileName(Path.GetDirectoryName(folder)), CultureInfo.InvariantCulture, out var version) ? version : 0m)
        ?? throw new InvalidOperationException("PostgreSQL's server is not installed; on Debian: apt-get install postgresql.");

    private static async Task EndAsync(Process started)
    {
        using (started)
        {
            await started.WaitForExitAsync();
            if (started.ExitCode != 0)
            {
                throw new InvalidOperationException($"{started.StartInfo.FileName} ended with {started.ExitCode}.");
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false;Timeout=5");
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
