using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Files;
using VideoGen.Sdk.Testing.Sandbox.Hosting;

namespace VideoGen.Sdk.Testing.Sandbox.HeyGen;

/// <summary>HeyGen v3. The older versions ended on 2026-10-31 and say so.</summary>
internal sealed class HeyGenVendor : IVendor
{
    public const string VendorName = "heygen";
    private const decimal Wallet = 10_000m;

    private readonly World _world;
    private readonly HeyGenEndpoints _endpoints;
    private readonly HeyGenAssets _assets;
    private readonly HeyGenReplays _replays;
    private readonly HeyGenPresenters _presenters;
    private readonly HeyGenClips _clips;
    private readonly HeyGenAgents _agents;
    private readonly HeyGenTemplates _templates;
    private readonly HeyGenReads _reads;

    public HeyGenVendor(World world)
    {
        _world = world;
        _endpoints = new HeyGenEndpoints(world, this);
        _assets = new HeyGenAssets(this);
        _replays = new HeyGenReplays(world);
        _reads = new HeyGenReads(world);
        var library = new HeyGenLibrary(world);
        var desk = new HeyGenDesk(world, new HeyGenWebhooks(world, _endpoints));
        _presenters = new HeyGenPresenters(desk, library, _assets, this);
        _clips = new HeyGenClips(desk, _assets, this);
        _agents = new HeyGenAgents(world, desk, library, _assets, this);
        _templates = new HeyGenTemplates(world, desk, library, this);
    }

    public string Name => VendorName;

    public void Map(VendorRoutes routes)
    {
        MapVideos(routes);
        MapAccount(routes);
        foreach (var version in (string[])["v1", "v2"])
        {
            routes.Otherwise(_ => Task.FromResult(HeyGenErrors.Of(410, "gone", "This version of the API was removed on 2026-10-31. Use v3.")),
                $"/{version}/{{**rest}}");
        }

        routes.Files(File);
        routes.Otherwise(http => Task.FromResult(Refuse(http) ?? HeyGenErrors.Of(404, "not_found", "There is no such path")));
    }

    public Reply? Refuse(HttpContext http) => _world.Knows(http.Header("X-Api-Key") ?? http.Credential("Bearer")) ? null
        : HeyGenErrors.Of(401, "unauthorized", "The API key is missing or not valid");

    public Reply Unreadable() => HeyGenErrors.Of(400, "invalid_parameter", "The body is not a JSON object");

    public void Reset()
    {
        _endpoints.Reset();
        _assets.Reset();
        _replays.Reset();
        _agents.Reset();
    }

    private void MapVideos(VendorRoutes routes)
    {
        routes.Post("/v3/videos", SandboxOperation.Submit, _replays.Keyed(_presenters.Create));
        routes.Get("/v3/videos", SandboxOperation.Status, _reads.Videos);
        routes.Get("/v3/videos/statuses", SandboxOperation.Status, _reads.Statuses);
        routes.Get("/v3/videos/{id}", SandboxOperation.Status, _reads.Video);
        routes.Delete("/v3/videos/{id}", SandboxOperation.Cancel, _reads.Delete);
        routes.Post("/v3/models/videos", SandboxOperation.Submit, _replays.Keyed(_clips.Create));
        routes.Get("/v3/models/videos/{id}", SandboxOperation.Status, _reads.Clip);
        routes.Post("/v3/video-agents", SandboxOperation.Submit, _agents.Create);
        routes.Get("/v3/video-agents/{id}", SandboxOperation.Status, _agents.Get);
        routes.Post("/v3/video-agents/{id}/stop", SandboxOperation.Cancel, _agents.Stop);
        routes.Post("/v3/templates/{id}", SandboxOperation.Submit, _replays.Keyed(_templates.Create));
    }

    private void MapAccount(VendorRoutes routes)
    {
        routes.Get("/v3/templates", SandboxOperation.Any, HeyGenLibrary.Templates);
        routes.Get("/v3/avatars", SandboxOperation.Any, HeyGenLibrary.Avatars);
        routes.Get("/v3/avatars/looks", SandboxOperation.Any, HeyGenLibrary.LookList);
        routes.Get("/v3/voices", SandboxOperation.Any, HeyGenLibrary.Voices);
        routes.Get("/v3/users/me", SandboxOperation.Any, Me);
        routes.Post("/v3/assets", SandboxOperation.Upload, _assets.Create);
        routes.Post("/v3/assets/direct-uploads", SandboxOperation.Upload, _assets.Direct);
        routes.Post("/v3/assets/{id}/complete", SandboxOperation.Upload, _assets.Complete);
        routes.Put("/storage/{id}", SandboxOperation.Upload, _assets.Put, keyless: true);
        routes.Post("/v3/webhooks/endpoints", SandboxOperation.Any, _replays.Keyed(_endpoints.Create));
        routes.Get("/v3/webhooks/endpoints", SandboxOperation.Any, _endpoints.List);
        routes.Patch("/v3/webhooks/endpoints/{id}", SandboxOperation.Any, _endpoints.Update);
        routes.Delete("/v3/webhooks/endpoints/{id}", SandboxOperation.Any, _endpoints.Delete);
        routes.Post("/v3/webhooks/endpoints/{id}/rotate-secret", SandboxOperation.Any, _replays.Keyed(_endpoints.Rotate));
        routes.Get("/v3/webhooks/event-types", SandboxOperation.Any, HeyGenEndpoints.Types);
        routes.Get("/v3/webhooks/events", SandboxOperation.Any, _endpoints.History);
    }

    private Task<Reply> Me(HttpContext http) => Task.FromResult(HeyGenErrors.Ok(new JsonObject
    {
        ["billing_type"] = "wallet",
        ["wallet"] = new JsonObject
        {
            ["currency"] = "usd",
            ["remaining_balance"] = Wallet - _world.Charges.TotalUsd(Name),
            ["auto_reload"] = new JsonObject { ["enabled"] = false, ["threshold_usd"] = null, ["amount_usd"] = null },
        },
    }));

    // A presigned link refuses a second way of signing in, as the store behind it does.
    private Task<Reply> File(HttpContext http) => http.Header("X-Api-Key") is null && http.Header("Authorization") is null
        ? new FileCounter(_world).Linked(http, Name)
        : Task.FromResult(HeyGenErrors.Of(400, "invalid_parameter", "Send no key to the file host"));
}
