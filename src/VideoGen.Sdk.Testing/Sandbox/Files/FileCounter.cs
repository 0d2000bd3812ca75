using System.Globalization;
using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Faults;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Tasks;

namespace VideoGen.Sdk.Testing.Sandbox.Files;

/// <summary>Hands out finished files: to whoever holds a link, or to a vendor's own authenticated call.</summary>
internal sealed class FileCounter(World world)
{
    /// <summary>Serves a signed link.</summary>
    public Task<Reply> Linked(HttpContext http, string vendor)
    {
        var (id, name) = (http.Route("task"), http.Route("name"));
        _ = long.TryParse(http.Query("expires"), NumberStyles.None, CultureInfo.InvariantCulture, out var expires);
        if (!world.Links.IsGenuine(vendor, id, name, expires, http.Query("signature")))
        {
            return Task.FromResult(Denied("SignatureDoesNotMatch", "The request signature does not match."));
        }

        if (world.Now.ToUnixTimeSeconds() >= expires)
        {
            return Task.FromResult(Denied("AccessDenied", "Request has expired"));
        }

        var task = world.Tasks.Find<SandboxTask>(vendor, id);
        return Task.FromResult(task is { State: TaskState.Succeeded } ? Hand(task, name) : Missing());
    }

    /// <summary>A file of a finished task, with the faults that wait for it.</summary>
    public Reply Hand(SandboxTask task, string name, Reply? expired = null)
    {
        var struck = world.Faults.Strike(task.Vendor, SandboxOperation.Download, FaultPoint.File);
        SandboxFault[] flaws = [.. struck, .. task.Flaws.Where(flaw => FaultReach.IsFile(flaw.Kind))];
        if (flaws.Any(flaw => flaw.Kind == SandboxFaultKind.ExpiredLink))
        {
            return expired ?? Denied("AccessDenied", "Request has expired");
        }

        var (bytes, type) = TinyPictures.Of(name) is { } picture ? picture : (world.Clips.Take(task.Clip), "video/mp4");
        return Reply.Written(http => FaultyFile.SendAsync(http, bytes, type, flaws, world.Clock));
    }

    private static Reply Missing() => Xml(404, "NoSuchKey", "The specified key does not exist.");

    private static Reply Denied(string code, string message) => Xml(403, code, message);

    private static Reply Xml(int status, string code, string message)
    {
        const string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
        return new Reply(status, $"{head}\n<Error><Code>{code}</Code><Message>{message}</Message></Error>") { ContentType = "application/xml" };
    }
}
