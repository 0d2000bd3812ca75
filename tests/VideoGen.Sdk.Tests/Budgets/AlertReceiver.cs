using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace VideoGen.Sdk.Tests.Budgets;

/// <summary>A receiver of webhooks on this machine: keeps head and body of each, and answers what it is told.</summary>
internal sealed class AlertReceiver : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public AlertReceiver()
    {
        listener.Start();
        _ = AcceptAsync();
    }

    public int Status { get; set; } = 204;

    public ConcurrentQueue<(IReadOnlyDictionary<string, string> Head, byte[] Body)> Posts { get; } = new();

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/hooks?token=secret-token");

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        var stream = client.GetStream();
        var (read, one) = (new List<byte>(), new byte[1]);
        while (!(read.Count >= 4 && read[^4..].SequenceEqual("\r\n\r\n"u8.ToArray())) && await stream.ReadAsync(one) == 1)
        {
            read.Add(one[0]);
        }

        var head = Encoding.ASCII.GetString([.. read]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0].ToLowerInvariant(), pair => pair[1]);
        var body = new byte[int.Parse(head["content-length"], System.Globalization.CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body);
        if (Status < 300)
        {
            Posts.Enqueue((head, body));
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {Status} Said\r\nContent-Length: 0\r\nConnection: close\r\nLocation: http://127.0.0.1:1/\r\n\r\n"));
    }
}
