using System.Net.Sockets;
using System.Text;

namespace VideoGen.Sdk.Tests.Http;

/// <summary>One request with the connection that it came on, to be answered well or badly.</summary>
internal sealed class RawCall(RawRequest request, Socket socket, Stream stream)
{
    public RawRequest Request => request;

    public Stream Stream => stream;

    public bool IsOver { get; private set; }

    public Task AnswerAsync(int status, string body = "", params string[] headers) => AnswerAsync(status, Encoding.UTF8.GetBytes(body), headers);

    public async Task AnswerAsync(int status, byte[] body, params string[] headers)
    {
        await WriteAsync($"HTTP/1.1 {status} X\r\nContent-Length: {body.Length}\r\n{string.Concat(headers.Select(h => h + "\r\n"))}\r\n");
        await stream.WriteAsync(body);
    }

    public async Task WriteAsync(string text) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text));

    public static Task NeverAsync() => new TaskCompletionSource().Task;

    /// <summary>Sends RST.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        Close();
    }

    public void Close()
    {
        IsOver = true;
        socket.Close();
    }
}
