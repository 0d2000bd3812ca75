using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Faults;
using Kind = VideoGen.Sdk.Testing.Sandbox.SandboxFaultKind;

namespace VideoGen.Sdk.Testing.Sandbox.Hosting;

/// <summary>Every call to a vendor passes here: faults around the call, the key, the handler, faults around the answer.</summary>
internal sealed class Door(World world, IVendor vendor)
{
    public RequestDelegate Open(SandboxOperation operation, Answer answer, bool keyless) => async http =>
    {
        var struck = world.Faults.Strike(vendor.Name, operation, FaultPoint.Call);
        foreach (var slow in struck.Where(fault => fault.Kind == Kind.Slow))
        {
            await Task.Delay(slow.DurationOrDefault, world.Clock, http.RequestAborted).ConfigureAwait(false);
        }

        if (struck.Any(fault => fault.Kind == Kind.DropBeforeAccept))
        {
            http.Abort();
            return;
        }

        if (struck.FirstOrDefault(fault => fault.Kind == Kind.Status) is { } instead)
        {
            await Chosen(instead).SendAsync(http).ConfigureAwait(false);
            return;
        }

        var reply = await DecideAsync(http, answer, keyless).ConfigureAwait(false);
        if (struck.Any(fault => fault.Kind == Kind.AcceptThenDrop))
        {
            http.Abort();
            return;
        }

        reply = struck.Any(fault => fault.Kind == Kind.MalformedJson) ? reply.CutShort() : reply;
        await reply.SendAsync(http).ConfigureAwait(false);
    };

    /// <summary>The answer a fault asks for, word for word.</summary>
    public static Reply Chosen(SandboxFault fault)
    {
        var looksLikeJson = fault.Body?.TrimStart() is ['{' or '[', ..];
        return new Reply(fault.Status ?? 500, fault.Body) { ContentType = looksLikeJson ? "application/json" : "text/plain", Headers = fault.Headers };
    }

    private async Task<Reply> DecideAsync(HttpContext http, Answer answer, bool keyless)
    {
        try
        {
            return (keyless ? null : vendor.Refuse(http)) ?? await answer(http).ConfigureAwait(false);
        }
        catch (RefusedException refusal)
        {
            return refusal.Reply;
        }
        catch (InvalidDataException)
        {
            return vendor.Unreadable(); // a form that is none
        }
    }
}
