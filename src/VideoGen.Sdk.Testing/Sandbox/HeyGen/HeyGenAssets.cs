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
    private static readonly Rule Ask = May.Hold(("filename", May.Text(1).Needed()), ("content_type", May.Text(1)), ("size_bytes", May.Whole(1)),
        ("size", May.Whole(1)));

    private readonly ConcurrentDictionary<string, bool> _filled = new();

    public void Reset() => _filled.Clear();

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
        _filled[id] = true;
        return HeyGenErrors.Ok(new JsonObject { ["asset_id"] = id, ["mime_type"] = file.ContentType, ["size_bytes"] = file.Length });
    }

    public async Task<Reply> Direct(HttpContext http)
    {
        HeyGenErrors.Demand(Ask, await http.ObjectAsync(vendor).ConfigureAwait(false));
        var id = "asset_" + World.NewId(8);
        _filled[id] = false;
        return HeyGenErrors.Ok(new JsonObject { ["asset_id"] = id,
            ["upload_url"] = $"{http.Origin()}/{HeyGenVendor.VendorName}/storage/{id}?signature={World.NewId(16)}" });
    }

    public async Task<Reply> Put(HttpContext http)
    {
        await http.Request.Body.MeasureAsync(http.RequestAborted).ConfigureAwait(false);
        if (!_filled.ContainsKey(http.Route("id")))
        {
            return HeyGenErrors.NotFound("asset");
        }

        _filled[http.Route("id")] = true;
        return Reply.Empty(200);
    }

    /// <summary>Every asset id in a body must belong to an uploaded file.</summary>
    public void DemandKnown(JsonNode? body)
    {
        switch (body)
        {
            case JsonObject shape:
                foreach (var (name, value) in shape)
                {
                    if (name is "asset_id" or "audio_asset_id" && value is JsonValue id && !_filled.GetValueOrDefault(id.ToString()))
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
