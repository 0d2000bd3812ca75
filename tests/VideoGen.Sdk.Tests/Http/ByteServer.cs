using System.Net;
using System.Net.Sockets;

namespace VideoGen.Sdk.Tests.Http;

/// <summary>A server that does not even speak HTTP.</summary>
internal sealed class ByteServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Task serving;
    private Socket? accepted;

    public ByteServer(Func<NetworkStream, Task> handle)
    {
        listener.Start();
        serving = ServeAsync(handle);
    }

    public Uri HttpsUrl => new($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        accepted?.Dispose();
        await serving;
    }

    private async Task ServeAsync(Func<NetworkStream, Task> handle)
    {
        try
        {
            accepted = await listener.AcceptSocketAsync();
            await using var stream = new NetworkStream(accepted);
            await handle(stream);
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // The client or the test has gone.
        }
    }
}
