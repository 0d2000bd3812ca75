using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Rules;

namespace VideoGen.Sdk.Testing.Sandbox.Runway;

/// <summary>Ephemeral uploads: a slot, then one form post to the store with every field before the file.</summary>
internal sealed class RunwayUploads(World world, IVendor vendor)
{
    private const string Scheme = "runway://";
    private const long Smallest = 512, Largest = 200L * 1024 * 1024;
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);
    private static readonly Rule Ask = May.Hold(("filename", May.Text(1, 255).Needed()), ("type", May.OneOf("ephemeral").Needed()));

    private readonly ConcurrentDictionary<string, Slot> _slots = new();

    public void Reset() => _slots.Clear();

    public async Task<Reply> Create(HttpContext http)
    {
        var body = await http.ObjectAsync(vendor).ConfigureAwait(false);
        if (Ask.Check(body) is { Count: > 0 } violations)
        {
            return RunwayErrors.Body(violations);
        }

        var id = Guid.NewGuid().ToString();
        var slot = new Slot(World.NewId(16), world.Now + Life);
        _slots[id] = slot;
        return Reply.Json(200, new JsonObject
        {
            ["runwayUri"] = Scheme + id,
            ["uploadUrl"] = $"{http.Origin()}/{RunwayVendor.VendorName}/storage/{id}",
            ["fields"] = new JsonObject { ["key"] = id, ["policy"] = slot.Policy, ["x-amz-algorithm"] = "AWS4-HMAC-SHA256" },
        });
    }

    public async Task<Reply> Store(HttpContext http)
    {
        if (http.Header("Authorization") is not null || http.Header("X-Runway-Version") is not null)
        {
            return RunwayErrors.Of(400, "The store takes no Runway headers");
        }

        if (!_slots.TryGetValue(http.Route("id"), out var slot) || !slot.TryTake())
        {
            return RunwayErrors.Of(403, "This slot does not exist or was used");
        }

        if (!http.Request.HasFormContentType)
        {
            return RunwayErrors.Of(400, "The store takes multipart forms");
        }

        // Buffered on disk past 64 KB, and thrown away with the request.
        var form = await http.Request.ReadFormAsync(http.RequestAborted).ConfigureAwait(false);
        if (form["key"] != http.Route("id") || form["policy"] != slot.Policy || form.Files.GetFile("file") is not { } file)
        {
            return RunwayErrors.Of(403, "Every field must precede a part named file");
        }

        if (file.Length is < Smallest or > Largest)
        {
            return RunwayErrors.Of(400, "The file must have 512 bytes to 200 MB");
        }

        slot.IsFilled = true;
        return Reply.Empty(204);
    }

    /// <summary>Every upload a body names must exist, be filled and be younger than a day.</summary>
    public void DemandKnown(JsonObject body)
    {
        foreach (var (path, uri) in Uris(body, ""))
        {
            if (!_slots.TryGetValue(uri[Scheme.Length..], out var slot) || !slot.IsFilled || world.Now > slot.ExpiresAt)
            {
                throw RunwayErrors.Wrong(path, "names no upload that exists");
            }
        }
    }

    private static IEnumerable<(string Path, string Uri)> Uris(JsonNode? node, string path) => node switch
    {
        JsonObject shape => shape.SelectMany(member => Uris(member.Value, path.Length == 0 ? member.Key : $"{path}.{member.Key}")),
        JsonArray list => list.SelectMany((item, index) => Uris(item, $"{path}.{index}")),
        JsonValue value when value.TryGetValue<string>(out var text) && text.StartsWith(Scheme, StringComparison.Ordinal) => [(path, text)],
        _ => [],
    };

    private sealed class Slot(string policy, DateTimeOffset expiresAt)
    {
        private int _taken;

        public string Policy => policy;

        public DateTimeOffset ExpiresAt => expiresAt;

        public bool IsFilled { get; set; }

        public bool TryTake() => Interlocked.Exchange(ref _taken, 1) == 0;
    }
}
