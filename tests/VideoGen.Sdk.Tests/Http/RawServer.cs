using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace VideoGen.Sdk.Tests.Http;

/// <summary>A server on a bare socket, so that it can misbehave in ways that no framework would.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Func<RawCall, Task> handle;
    private readonly ConcurrentBag<Socket> sockets = [];
    private readonly Task accepting;

    public RawServer(Func<RawCall, Task> handle)
    {
        this.handle = handle;
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri BaseUrl => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    public ConcurrentQueue<RawRequest> Requests { get; } = new();

    public int Posts => Requests.Count(r => r.Method == "POST");

    /// <summary>Completes when the first request has been read whole.</summary>
    public TaskCompletionSource FirstRequest { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A server that gives these answers in turn, and the last one for ever.</summary>
    public static RawServer Answering(params (int Status, string Body)[] answers)
    {
        var served = -1;
        return new RawServer(c =>
        {
            var (status, body) = answers[Math.Min(Interlocked.Increment(ref served), answers.Length - 1)];
            return c.AnswerAsync(status, body);
        });
    }

    /// <summary>A port on which nobody listens.</summary>
    public static Uri Nobody()
    {
        var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();
        return new Uri($"http://127.0.0.1:{port}");
    }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        foreach (var socket in sockets)
        {
            socket.Dispose();
        }

        await accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptSocketAsync();
                sockets.Add(socket);
                _ = ServeAsync(socket);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The client or the test has gone.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            while (await RawRequest.ReadAsync(stream) is { } request)
            {
                Requests.Enqueue(request);
                FirstRequest.TrySetResult();
                var call = new RawCall(request, socket, stream);
                await handle(call);
                if (call.IsOver)
                {
                    return;
                }
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // The client or the test has gone.
        }
    }
}
