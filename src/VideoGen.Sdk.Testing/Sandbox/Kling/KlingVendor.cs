using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Files;
using VideoGen.Sdk.Testing.Sandbox.Hosting;

namespace VideoGen.Sdk.Testing.Sandbox.Kling;

/// <summary>Kling: the new standard and the legacy one side by side. Neither has a cancel.</summary>
internal sealed class KlingVendor : IVendor
{
    private readonly World _world;
    private readonly KlingKeys _keys;
    private readonly KlingStandard _standard;
    private readonly KlingTasks _tasks;
    private readonly KlingLegacy _legacy;
    private readonly KlingLipSync _lipSync;
    private readonly KlingAccount _account;

    public KlingVendor(World world)
    {
        var desk = new KlingDesk(world);
        _world = world;
        _keys = new KlingKeys(world);
        _standard = new KlingStandard(desk, this);
        _tasks = new KlingTasks(world, this);
        _legacy = new KlingLegacy(world, desk, this);
        _lipSync = new KlingLipSync(world, _legacy, this);
        _account = new KlingAccount(world, this);
    }

    public string Name => KlingDesk.Name;

    public void Map(VendorRoutes routes)
    {
        routes.Post("/text-to-video/{model}", SandboxOperation.Submit, _standard.TextToVideo);
        routes.Post("/image-to-video/{model}", SandboxOperation.Submit, _standard.ImageToVideo);
        routes.Post("/omni-video/{model}", SandboxOperation.Submit, _standard.Omni);
        routes.Post("/motion-control/{model}", SandboxOperation.Submit, _standard.MotionControl);
        routes.Get("/tasks", SandboxOperation.Status, _tasks.Get);
        routes.Post("/tasks", SandboxOperation.Status, _tasks.List);
        foreach (var kind in KlingLegacy.Kinds)
        {
            routes.Post($"/v1/videos/{kind}", SandboxOperation.Submit, kind == "advanced-lip-sync" ? _lipSync.Create : _legacy.Create(kind));
            routes.Get($"/v1/videos/{kind}", SandboxOperation.Status, _legacy.List(kind));
            routes.Get($"/v1/videos/{kind}/{{id}}", SandboxOperation.Status, _legacy.Get(kind));
        }

        routes.Post("/v1/videos/identify-face", SandboxOperation.Submit, _lipSync.IdentifyFace);
        routes.Post("/v1/videos/multi-image2video", SandboxOperation.Submit, Retired);
        routes.Post("/v1/videos/video-extend", SandboxOperation.Submit, Retired);
        routes.Get("/account/costs", SandboxOperation.Any, _account.Costs);
        routes.Post("/account/billing/package", SandboxOperation.Any, _account.Billing(fromPack: true));
        routes.Post("/account/billing/balance", SandboxOperation.Any, _account.Billing(fromPack: false));
        routes.Files(http => new FileCounter(_world).Linked(http, Name));
        routes.Otherwise(http => Task.FromResult(Refuse(http) ?? KlingErrors.NoSuchMethod()));
    }

    public Reply? Refuse(HttpContext http) => _keys.Refuse(http);

    public Reply Unreadable() => KlingErrors.Of(400, 1200, "the body is not a JSON object");

    public void Reset() => _lipSync.Reset();

    // These only ever had v1.x models, announced to end on 2026-09-15.
    private static Task<Reply> Retired(HttpContext http) => Task.FromResult(KlingErrors.NoSuchModel("kling-v1-6"));
}
