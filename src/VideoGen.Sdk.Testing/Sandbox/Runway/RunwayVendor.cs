using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Files;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Tasks;

namespace VideoGen.Sdk.Testing.Sandbox.Runway;

/// <summary>Runway: closed bodies, exact costs, no webhooks and a delete that also destroys results.</summary>
internal sealed class RunwayVendor : IVendor
{
    public const string VendorName = "runway";
    private const string Version = "2024-11-06";

    private readonly World _world;
    private readonly RunwayUploads _uploads;
    private readonly RunwayOrders _orders;
    private readonly RunwayAccount _account;

    public RunwayVendor(World world)
    {
        _world = world;
        _uploads = new RunwayUploads(world, this);
        _orders = new RunwayOrders(world, _uploads, this);
        _account = new RunwayAccount(world, this);
    }

    public string Name => VendorName;

    public void Map(VendorRoutes routes)
    {
        routes.Post("/v1/text_to_video", SandboxOperation.Submit, _orders.Create(RunwayModels.TextToVideo));
        routes.Post("/v1/image_to_video", SandboxOperation.Submit, _orders.Create(RunwayModels.ImageToVideo));
        routes.Post("/v1/video_to_video", SandboxOperation.Submit, _orders.Create(RunwayModels.VideoToVideo));
        routes.Post("/v1/character_performance", SandboxOperation.Submit, _orders.Create(RunwayModels.CharacterPerformance));
        routes.Get("/v1/tasks/{id}", SandboxOperation.Status, Get);
        routes.Delete("/v1/tasks/{id}", SandboxOperation.Cancel, Delete);
        routes.Post("/v1/uploads", SandboxOperation.Upload, _uploads.Create);
        routes.Post("/storage/{id}", SandboxOperation.Upload, _uploads.Store, keyless: true);
        routes.Get("/v1/organization", SandboxOperation.Any, _account.Organization);
        routes.Post("/v1/organization/usage", SandboxOperation.Any, _account.Usage);
        routes.Files(http => new FileCounter(_world).Linked(http, Name));
        routes.Otherwise(http => Task.FromResult(Refuse(http) ?? RunwayErrors.Of(404, "Not found")));
    }

    public Reply? Refuse(HttpContext http)
    {
        if (!_world.Knows(http.Credential("Bearer")))
        {
            return RunwayErrors.Of(401, "Invalid API key");
        }

        return http.Header("X-Runway-Version") switch
        {
            Version => null,
            null => RunwayErrors.Of(400, "The X-Runway-Version header is required"),
            var other => RunwayErrors.Of(400, $"X-Runway-Version {other} is not a known version"),
        };
    }

    public Reply Unreadable() => RunwayErrors.Of(400, "The body is not valid JSON");

    public void Reset() => _uploads.Reset();

    private Task<Reply> Get(HttpContext http) => Task.FromResult(
        Find(http) is { } task ? Reply.Json(200, RunwayWire.Shown(task, _world.Show(task), _world)) : RunwayErrors.NoTask());

    // Credits of a task that has begun are not given back, as one digest of the docs has it; a later GET is a 404 (seen 2026-08-25).
    private Task<Reply> Delete(HttpContext http)
    {
        if (Find(http) is not { } task)
        {
            return Task.FromResult(RunwayErrors.NoTask());
        }

        _world.Runner.Cancel(task, charge: task.State == TaskState.Running);
        task.IsDeleted = true;
        return Task.FromResult(Reply.Empty(204));
    }

    private RunwayTask? Find(HttpContext http) => _world.Tasks.Find<RunwayTask>(VendorName, http.Route("id"));
}
