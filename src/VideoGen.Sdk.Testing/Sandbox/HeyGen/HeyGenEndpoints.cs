using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Rules;

namespace VideoGen.Sdk.Testing.Sandbox.HeyGen;

/// <summary>Registration of webhook endpoints, and the history of what was sent.</summary>
internal sealed class HeyGenEndpoints(World world, IVendor vendor)
{
    // The enum of HeyGen's own client (2026-10) and the batch event of its docs. The event of clips has no stated name, so nobody can ask for it by name.
    public static readonly string[] EventTypes =
    [
        "avatar_video.success", "avatar_video.fail", "avatar_video_gif.success", "avatar_video_gif.fail", "video_translate.success", "video_translate.fail",
        "personalized_video", "instant_avatar.success", "instant_avatar.fail", "photo_avatar_generation.success", "photo_avatar_generation.fail",
        "photo_avatar_train.success", "photo_avatar_train.fail", "photo_avatar_add_motion.success", "photo_avatar_add_motion.fail", "proofread_creation.success",
        "proofread_creation.fail", "live_avatar.success", "live_avatar.fail", "avatar_video_caption.success", "avatar_video_caption.fail", "video_agent.success",
        "video_agent.fail", "batch.finished",
    ];

    private static readonly Rule New = May.Hold(("url", May.Text(1).Needed()), ("events", May.List(May.OneOf(EventTypes), 0, 50)), ("entity_id", May.Text()));
    private static readonly Rule Change = May.Hold(("url", May.Text(1)), ("events", May.List(May.OneOf(EventTypes), 0, 50)));

    private readonly ConcurrentDictionary<string, HeyGenEndpoint> _endpoints = new();
    private readonly ConcurrentQueue<JsonObject> _history = new();

    public IEnumerable<HeyGenEndpoint> All => _endpoints.Values;

    public void Reset()
    {
        _endpoints.Clear();
        _history.Clear();
    }

    public void Remember(JsonObject sent) => _history.Enqueue(sent);

    public async Task<Reply> Create(HttpContext http)
    {
        var body = await http.ObjectAsync(vendor).ConfigureAwait(false);
        HeyGenErrors.Demand(New, body);
        var endpoint = new HeyGenEndpoint("ep_" + World.NewId(8), body.Text("url")!, Names(body), world.Options.WebhookSecret, world.Now);
        _endpoints[endpoint.Id] = endpoint;
        return HeyGenErrors.Ok(endpoint.Shown(withSecret: true));
    }

    public Task<Reply> List(HttpContext http) => Task.FromResult(HeyGenErrors.List(_endpoints.Values.OrderBy(endpoint => endpoint.CreatedAt).Select(endpoint =>
        endpoint.Shown(withSecret: false))));

    public async Task<Reply> Update(HttpContext http)
    {
        var old = Find(http);
        var body = await http.ObjectAsync(vendor).ConfigureAwait(false);
        HeyGenErrors.Demand(Change, body);
        var changed = old with
        {
            Url = body.Text("url") ?? old.Url,
            Events = body.ContainsKey("events") ? Names(body) : old.Events,
        };
        _endpoints[old.Id] = changed;
        return HeyGenErrors.Ok(changed.Shown(withSecret: false));
    }

    public Task<Reply> Delete(HttpContext http)
    {
        var endpoint = Find(http);
        _endpoints.TryRemove(endpoint.Id, out _);
        return Task.FromResult(HeyGenErrors.Ok(new JsonObject()));
    }

    /// <summary>The old secret dies at once.</summary>
    public Task<Reply> Rotate(HttpContext http)
    {
        var rotated = Find(http) with { Secret = "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) };
        _endpoints[rotated.Id] = rotated;
        return Task.FromResult(HeyGenErrors.Ok(new JsonObject { ["endpoint_id"] = rotated.Id, ["secret"] = rotated.Secret }));
    }

    public static Task<Reply> Types(HttpContext http) => Task.FromResult(HeyGenErrors.List(EventTypes.Select(name =>
        new JsonObject { ["event_type"] = name, ["description"] = $"Sent when {name} happens" })));

    public Task<Reply> History(HttpContext http) => Task.FromResult(HeyGenErrors.List(_history.Select(sent => sent.DeepClone())));

    private HeyGenEndpoint Find(HttpContext http) =>
        _endpoints.TryGetValue(http.Route("id"), out var endpoint) ? endpoint : throw new RefusedException(HeyGenErrors.NotFound("resource"));

    private static string[]? Names(JsonObject body) => body["events"] is JsonArray list ? [.. list.Select(name => name!.GetValue<string>())] : null;
}
