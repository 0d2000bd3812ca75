using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Hosting;

namespace VideoGen.Sdk.Testing.Sandbox.OpenAI;

/// <summary>The wire OpenAI shut down on 2026-09-24 and gateways still speak.</summary>
internal sealed class OpenAIVendor : IVendor
{
    public const string VendorName = "openai";

    private readonly World _world;
    private readonly OpenAIWebhooks _webhooks;
    private readonly OpenAIVideos _videos;

    public OpenAIVendor(World world)
    {
        _world = world;
        _webhooks = new OpenAIWebhooks(world, this);
        _videos = new OpenAIVideos(world, _webhooks, this);
    }

    public string Name => VendorName;

    public void Map(VendorRoutes routes)
    {
        routes.Post("/v1/videos", SandboxOperation.Submit, _videos.Create);
        routes.Get("/v1/videos", SandboxOperation.Status, _videos.List);
        routes.Post("/v1/videos/{id}/remix", SandboxOperation.Submit, _videos.Remix);
        routes.Get("/v1/videos/{id}", SandboxOperation.Status, _videos.Get);
        routes.Delete("/v1/videos/{id}", SandboxOperation.Cancel, _videos.Delete);
        routes.Contents("/v1/videos/{id}/content", this, _videos.Content);
        routes.Post("/v1/webhook_endpoints", SandboxOperation.Any, _webhooks.Create);
        routes.Get("/v1/webhook_endpoints", SandboxOperation.Any, _webhooks.List);
        routes.Delete("/v1/webhook_endpoints/{id}", SandboxOperation.Any, _webhooks.Delete);
        routes.Otherwise(http => Task.FromResult(Refuse(http) ?? OpenAIErrors.Of(404, $"Invalid URL ({http.Request.Method} {http.Request.Path})")));
    }

    public Reply? Refuse(HttpContext http) => _world.Knows(http.Credential("Bearer")) ? null
        : OpenAIErrors.Of(401, "Incorrect API key provided.", code: "invalid_api_key");

    public Reply Unreadable() => OpenAIErrors.Of(400, "We could not parse the JSON body of your request.");

    public void Reset() => _webhooks.Reset();
}
