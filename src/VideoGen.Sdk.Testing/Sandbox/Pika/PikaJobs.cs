using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Clips;
using VideoGen.Sdk.Testing.Sandbox.Hosting;

namespace VideoGen.Sdk.Testing.Sandbox.Pika;

/// <summary>Creates, with keys that return the first job to whoever repeats them, a failed one too.</summary>
internal sealed class PikaJobs(World world, PikaUploads uploads, IVendor vendor)
{
    // The first holder of a key decides; a second one that comes meanwhile waits for it instead of making a second job.
    private readonly ConcurrentDictionary<string, (string Body, Lazy<PikaTask> Job)> _keys = new();

    public void Reset() => _keys.Clear();

    public async Task<Reply> Create(HttpContext http)
    {
        var operation = Array.Find(PikaOperation.All, operation => operation.ApiId == http.Route("api")) ?? throw new RefusedException(PikaErrors.NotFound());
        var bytes = await http.BytesAsync().ConfigureAwait(false);
        var body = Requests.Parse(bytes) ?? throw new RefusedException(vendor.Unreadable());
        if (operation.Fields.Check(body) is [var first, ..])
        {
            return PikaErrors.Invalid($"{first.Path} {first.Message}");
        }

        if (uploads.Unknown(body) is { } link)
        {
            return PikaErrors.Invalid($"{link} was never uploaded");
        }

        if (http.Header("Idempotency-Key") is not { } key)
        {
            return Created(Start(http, operation, body, null));
        }

        var print = http.Request.Path + Convert.ToHexString(SHA256.HashData(bytes));
        var (firstPrint, job) = _keys.GetOrAdd(key, _ => (print, new Lazy<PikaTask>(() => Start(http, operation, body, key))));
        return firstPrint == print ? Created(job.Value) : PikaErrors.Of(409, "Idempotency-Key was already used with another request");
    }

    private PikaTask Start(HttpContext http, PikaOperation operation, JsonObject body, string? key)
    {
        var is720 = body.Text("resolution") == "720p";
        var seconds = body["images"] is JsonArray images ? (images.Count - 1) * (body.Whole("transition_duration_s") ?? 5) : body.Whole("duration_s") ?? 5;
        var task = new PikaTask
        {
            Vendor = PikaVendor.VendorName,
            Id = "job_" + World.NewId(12),
            ApiId = operation.ApiId,
            ClientReference = key,
            Clip = ClipShape.OfRatio("16:9", is720 ? 720 : 1080, seconds),
            AmountUsd = seconds * (is720 ? PikaOperation.UsdPerSecond720 : PikaOperation.UsdPerSecond1080),
            Origin = http.Origin(),
            Lane = world.LaneOf(PikaVendor.VendorName),
        };
        world.Accept(task);
        return task;
    }

    private static Reply Created(PikaTask task) => Reply.Json(200, new JsonObject { ["id"] = task.Id, ["status"] = PikaWire.Word(task.State) });
}
