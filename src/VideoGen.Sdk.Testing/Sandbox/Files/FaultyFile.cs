using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using Kind = VideoGen.Sdk.Testing.Sandbox.SandboxFaultKind;

namespace VideoGen.Sdk.Testing.Sandbox.Files;

/// <summary>Sends a file whole, or spoilt in the way a fault asks for.</summary>
internal static class FaultyFile
{
    private const int Slices = 10;

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
            await TruncatedAsync(http, bytes, type).ConfigureAwait(false);
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

    private static async Task TruncatedAsync(HttpContext http, byte[] bytes, string type)
    {
        http.Response.ContentType = type;
        http.Response.ContentLength = bytes.Length;

        // The server closes the connection over the missing half. An abort could overtake the half that is there.
        await http.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2)).ConfigureAwait(false);
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
