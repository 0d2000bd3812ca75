using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using Kind = VideoGen.Sdk.Testing.Sandbox.SandboxFaultKind;

namespace VideoGen.Sdk.Testing.Sandbox.Files;

/// <summary>Sends a file whole, or spoilt in the way a fault asks for.</summary>
internal static class FaultyFile
{
    private const int Slices = 10;
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(30);

    public static async Task SendAsync(HttpContext http, byte[] bytes, string type, IReadOnlyList<SandboxFault> flaws, TimeProvider clock)
    {
        if (flaws.Any(flaw => flaw.Kind is Kind.DropBeforeAccept or Kind.AcceptThenDrop))
        {
            http.Abort();
            return;
        }

        // The first flaw of each kind decides; a page of HTML goes before a spoilt file.
        if (flaws.FirstOrDefault(flaw => flaw.Kind == Kind.Status) is { } instead)
        {
            await Door.Chosen(instead).SendAsync(http).ConfigureAwait(false);
        }
        else if (flaws.Any(flaw => flaw.Kind == Kind.WrongType))
        {
            await new Reply(200, "<!doctype html><title>Sign in</title><p>Please sign in to continue.") { ContentType = "text/html; charset=utf-8" }
                .SendAsync(http).ConfigureAwait(false);
        }
        else if (flaws.Any(flaw => flaw.Kind == Kind.Truncated))
        {
            await TruncatedAsync(http, bytes, type, clock).ConfigureAwait(false);
        }
        else if (flaws.Any(flaw => flaw.Kind == Kind.Endless))
        {
            await EndlessAsync(http, bytes, type, clock).ConfigureAwait(false);
        }
        else if (flaws.FirstOrDefault(flaw => flaw.Kind == Kind.Slow) is { } slow)
        {
            await DripAsync(http, bytes, type, slow.DurationOrDefault / Slices, clock).ConfigureAwait(false);
        }
        else
        {
            await Results.Bytes(bytes, type, enableRangeProcessing: true).ExecuteAsync(http).ConfigureAwait(false);
        }
    }

    private static async Task TruncatedAsync(HttpContext http, byte[] bytes, string type, TimeProvider clock)
    {
        // The server would call a half-written answer a fault of the program, and an abort could overtake the half: so it goes by the socket itself, which then says that no more comes.
        var socket = http.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
        var head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {bytes.Length}\r\n\r\n"));
        var half = HttpMethods.IsHead(http.Request.Method) ? [] : bytes[..(bytes.Length / 2)];
        try
        {
            await socket.SendAsync((byte[])[.. head, .. half], http.RequestAborted).ConfigureAwait(false);
            socket.Shutdown(SocketShutdown.Send);
            await Task.Delay(LongestGoodbye, clock, http.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The reader has hung up, as it should.
        }

        http.Abort();
    }

    private static async Task EndlessAsync(HttpContext http, byte[] bytes, string type, TimeProvider clock)
    {
        http.Response.ContentType = type;
        await http.Response.Body.WriteAsync(bytes).ConfigureAwait(false);
        var padding = new byte[65536];
        while (!http.RequestAborted.IsCancellationRequested)
        {
            await http.Response.Body.WriteAsync(padding, http.RequestAborted).ConfigureAwait(false);
            await Task.Delay(TimeSpan.FromMilliseconds(1), clock, http.RequestAborted).ConfigureAwait(false); // leaves the machine some breath
        }
    }

    private static async Task DripAsync(HttpContext http, byte[] bytes, string type, TimeSpan pause, TimeProvider clock)
    {
        http.Response.ContentType = type;
        http.Response.ContentLength = bytes.Length;
        foreach (var slice in bytes.Chunk((bytes.Length / Slices) + 1))
        {
            await Task.Delay(pause, clock, http.RequestAborted).ConfigureAwait(false);
            await http.Response.Body.WriteAsync(slice, http.RequestAborted).ConfigureAwait(false);
            await http.Response.Body.FlushAsync(http.RequestAborted).ConfigureAwait(false);
        }
    }
}
