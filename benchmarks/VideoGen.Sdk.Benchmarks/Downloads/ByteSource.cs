using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace VideoGen.Sdk.Benchmarks.Downloads;

/// <summary>Answers every request on a loopback port with so many bytes, at the speed of the socket; in a process of its own, so that neither side pays for it.</summary>
internal static class ByteSource
{
    public static async Task ServeAsync(long bytes)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Console.WriteLine(((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture));
        await Console.Out.FlushAsync();
        while (true)
        {
            _ = SendAsync(await listener.AcceptSocketAsync(), bytes);
        }
    }

    private static async Task SendAsync(Socket socket, long bytes)
    {
        using (socket)
        {
            var buffer = new byte[256 * 1024];
            Random.Shared.NextBytes(buffer);
            await socket.ReceiveAsync(buffer.AsMemory(0, 16 * 1024));
            await socket.SendAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nETag: \"one\"\r\nConnection: close\r\nContent-Length: {bytes}\r\n\r\n"));
            for (var left = bytes; left > 0;)
            {
                left -= await socket.SendAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)));
            }

            socket.Shutdown(SocketShutdown.Both);
        }
    }
}
