using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Rules;

namespace VideoGen.Sdk.Testing.Sandbox.Pika;

/// <summary>Presigned uploads: the bytes are put with the returned headers, and without the key.</summary>
internal sealed class PikaUploads(IVendor vendor)
{
    private const long Largest = 100L * 1024 * 1024; // measured 2026-09-02, above what the docs state
    private static readonly string[] Kinds = ["image/", "video/", "audio/"];
    private static readonly Rule Ask = May.Hold(("content_type", May.Text(1).Needed()), ("size_bytes", May.Whole(1).Needed()));

    private readonly ConcurrentDictionary<string, Slot> _slots = new();

    public void Reset() => _slots.Clear();

    public async Task<Reply> Create(HttpContext http)
    {
        var body = await http.ObjectAsync(vendor).ConfigureAwait(false);
        if (Ask.Check(body) is [var first, ..])
        {
            return PikaErrors.Invalid($"{first.Path} {first.Message}");
        }

        var (type, size) = (body.Text("content_type")!, (long)body.Number("size_bytes")!.Value);
        if (!Kinds.Any(kind => type.StartsWith(kind, StringComparison.Ordinal)))
        {
            return PikaErrors.Of(415, "content_type is not supported");
        }

        if (size > Largest)
        {
            return PikaErrors.Of(413, "The file is too large");
        }

        var id = World.NewId(12);
        _slots[id] = new Slot(type, size);
        return Reply.Json(200, new JsonObject
        {
            ["upload_url"] = $"{http.Origin()}/{PikaVendor.VendorName}/storage/{id}?signature={World.NewId(16)}",
            ["url"] = $"{http.Origin()}/{PikaVendor.VendorName}/inputs/{id}",
            ["headers"] = new JsonObject { ["Content-Type"] = type },
        });
    }

    public async Task<Reply> Put(HttpContext http)
    {
        var length = await http.Request.Body.MeasureAsync(http.RequestAborted).ConfigureAwait(false);
        if (http.Header("X-API-Key") is not null || http.Header("Authorization") is not null)
        {
            return PikaErrors.Of(403, "The signed headers do not match: send no key to the store");
        }

        if (!_slots.TryGetValue(http.Route("id"), out var slot))
        {
            return PikaErrors.Of(403, "The signature does not match");
        }

        if (http.Request.ContentType != slot.Type)
        {
            return PikaErrors.Of(403, "The signed headers do not match: Content-Type");
        }

        slot.IsFilled = length == slot.Size;
        return slot.IsFilled ? Reply.Empty(200) : PikaErrors.Of(400, "The length is not the announced one");
    }

    /// <summary>A link to the sandbox's own store must lead to something.</summary>
    private bool Knows(string link)
    {
        var mark = $"/{PikaVendor.VendorName}/inputs/";
        var at = link.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 || _slots.GetValueOrDefault(link[(at + mark.Length)..]) is { IsFilled: true };
    }

    /// <summary>The first link of a body that leads to nothing.</summary>
    public string? Unknown(JsonObject body) => body.SelectMany(member => member.Value is JsonArray list ? list.AsEnumerable()
        : Enumerable.Repeat(member.Value, 1)).OfType<JsonValue>()
        .Select(value => value.TryGetValue<string>(out var text) ? text : "").FirstOrDefault(text => !Knows(text));

    private sealed class Slot(string type, long size)
    {
        public string Type => type;

        public long Size => size;

        public bool IsFilled { get; set; }
    }
}
