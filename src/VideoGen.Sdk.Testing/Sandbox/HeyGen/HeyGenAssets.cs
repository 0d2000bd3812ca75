using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Rules;

namespace VideoGen.Sdk.Testing.Sandbox.HeyGen;

/// <summary>Input files: a form post of up to 32 MB, or a presigned put.</summary>
internal sealed class HeyGenAssets(IVendor vendor)
{
    private const long Largest = 32L * 1024 * 1024;
    private const long LargestDirect = 100L * 1024 * 1024;
    private const int LinkSeconds = 3600;
    private static readonly Rule Ask = May.Hold(("filename", May.Text(1).Needed()), ("content_type", May.Text(1).Needed()),
        ("size_bytes", May.Whole(1, LargestDirect).Needed()), ("checksum_sha256", May.Text()));
    private static readonly Rule Whole = May.Hold(("checksum_sha256", May.Text()));

    // By id: whether the bytes are there, and whether the asset can be used. A presigned one is usable only once it was completed.
    private readonly ConcurrentDictionary<string, (bool IsStored, bool IsUsable, string Type, long Bytes)> _assets = new();

    public void Reset() => _assets.Clear();

    public async Task<Reply> Create(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
        {
            throw HeyGenErrors.Invalid("file", "is required as a part of a multipart form");
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted).ConfigureAwait(false);
        var file = form.Files.GetFile("file") ?? throw HeyGenErrors.Invalid("file", "is required");
        if (file.Length > Largest)
        {
            return HeyGenErrors.Of(413, "payload_too_large", "The file must not exceed 32 MB");
        }

        var id = "asset_" + World.NewId(8);
        _assets[id] = (true, true, file.ContentType, file.Length);
        return HeyGenErrors.Ok(Shown(http, id));
    }

    public async Task<Reply> Direct(HttpContext http)
    {
        var body = await http.ObjectAsync(vendor).ConfigureAwait(false);
        HeyGenErrors.Demand(Ask, body);
        var id = "asset_" + World.NewId(8);
        var type = body.Text("content_type")!;
        _assets[id] = (false, false, type, (long)body.Number("size_bytes")!.Value);
        return HeyGenErrors.Ok(new JsonObject
        {
            ["asset_id"] = id,
            ["upload_url"] = $"{http.Origin()}/{HeyGenVendor.VendorName}/storage/{id}?signature={World.NewId(16)}",
            ["upload_headers"] = new JsonObject { ["Content-Type"] = type },
            ["expires_in_seconds"] = LinkSeconds,
            ["max_bytes"] = LargestDirect,
            ["status"] = "pending_upload",
        });
    }

    public async Task<Reply> Put(HttpContext http)
    {
        var bytes = await http.Request.Body.MeasureAsync(http.RequestAborted).ConfigureAwait(false);
        if (!_assets.TryGetValue(http.Route("id"), out var asset))
        {
            return HeyGenErrors.NotFound("asset");
        }

        // Length and type are part of what the link was signed for.
        if (bytes != asset.Bytes || http.Request.ContentType != asset.Type)
        {
            return Reply.Empty(403);
        }

        _assets[http.Route("id")] = asset with { IsStored = true };
        return Reply.Empty(200);
    }

    public async Task<Reply> Complete(HttpContext http)
    {
        HeyGenErrors.Demand(Whole, await http.ObjectAsync(vendor).ConfigureAwait(false));
        var id = http.Route("id");
        if (!_assets.TryGetValue(id, out var asset))
        {
            return HeyGenErrors.NotFound("asset");
        }

        if (!asset.IsStored)
        {
            return HeyGenErrors.Of(409, "resource_not_ready", "The upload has not been stored yet");
        }

        _assets[id] = asset with { IsUsable = true };
        var shown = Shown(http, id);
        shown["status"] = "processing";
        return HeyGenErrors.Ok(shown);
    }

    private JsonObject Shown(HttpContext http, string id) => new()
    {
        ["asset_id"] = id,
        ["url"] = $"{http.Origin()}/{HeyGenVendor.VendorName}/storage/{id}",
        ["mime_type"] = _assets[id].Type,
        ["size_bytes"] = _assets[id].Bytes,
    };

    /// <summary>Every asset id in a body must belong to an uploaded file.</summary>
    public void DemandKnown(JsonNode? body)
    {
        switch (body)
        {
            case JsonObject shape:
                foreach (var (name, value) in shape)
                {
                    if (name is "asset_id" or "audio_asset_id" && value is JsonValue id && !_assets.GetValueOrDefault(id.ToString()).IsUsable)
                    {
                        throw new RefusedException(HeyGenErrors.NotFound("asset"));
                    }

                    DemandKnown(value);
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    DemandKnown(item);
                }

                break;
        }
    }
}
