using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Files;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Tasks;

namespace VideoGen.Sdk.Testing.Sandbox.Fal;

/// <summary>fal's generic queue: any owner and app, Pika's models among them.</summary>
internal sealed class FalVendor : IVendor
{
    public const string VendorName = "fal";

    private readonly World _world;
    private readonly FalKeys _keys;
    private readonly FalQueue _queue;

    public FalVendor(World world)
    {
        _world = world;
        _keys = new FalKeys(world);
        _queue = new FalQueue(world, new FalWebhooks(world, _keys), this);
    }

    public string Name => VendorName;

    public void Map(VendorRoutes routes)
    {
        routes.Get("/.well-known/jwks.json", SandboxOperation.Any, _ => Task.FromResult(_keys.KeySet()), keyless: true);
        routes.Post("/{owner}/{app}/{**path}", SandboxOperation.Submit, _queue.Submit);
        routes.Get("/{owner}/{app}/requests/{id}/status", SandboxOperation.Status, Status);
        routes.Get("/{owner}/{app}/requests/{id}", SandboxOperation.Status, Result);
        routes.Put("/{owner}/{app}/requests/{id}/cancel", SandboxOperation.Cancel, Cancel);
        routes.Files(http => new FileCounter(_world).Linked(http, Name));
        routes.Otherwise(http => Task.FromResult(Refuse(http) ?? Detail(404, "Not found")));
    }

    public Reply? Refuse(HttpContext http) => _world.Knows(http.Credential("Key")) ? null
        : Detail(401, "Cannot access application. Authentication is required to access this application.");

    public Reply Unreadable() => Reply.Json(400, new JsonObject { ["detail"] = "The body is not a JSON object",
        ["error_type"] = "bad_request" }).WithHeader("X-Fal-Error-Type", "bad_request");

    public void Reset()
    {
        // The key is all it keeps, and the key stays.
    }

    private Task<Reply> Status(HttpContext http) => Task.FromResult(
        Find(http) is { } task ? FalWire.Status(task, _world.Show(task), http.Query("logs") is "1" or "true") : Detail(404, "Request not found"));

    private Task<Reply> Result(HttpContext http)
    {
        if (Find(http) is not { } task)
        {
            return Task.FromResult(Detail(404, "Request not found"));
        }

        if (!task.IsOver)
        {
            return Task.FromResult(Detail(400, "Request is still in progress"));
        }

        return Task.FromResult(FalWire.Failure(task) is { } failure
            ? failure.Result(task.Id)
            : Reply.Json(200, FalWire.Output(task, _world)).WithHeader("x-fal-request-id", task.Id));
    }

    // Only a request that still waits is taken out; a running model is told, and goes on.
    private Task<Reply> Cancel(HttpContext http)
    {
        if (Find(http) is not { } task)
        {
            return Task.FromResult(Word(404, "NOT_FOUND"));
        }

        if (task.State == TaskState.Queued)
        {
            _world.Runner.Cancel(task, charge: false);
            return Task.FromResult(Word(202, "CANCELLATION_REQUESTED"));
        }

        return Task.FromResult(task.IsOver ? Word(400, "ALREADY_COMPLETED") : Word(202, "CANCELLATION_REQUESTED"));
    }

    private FalTask? Find(HttpContext http) => _world.Tasks.Find<FalTask>(VendorName, http.Route("id")) is { } task
        && task.App == $"{http.Route("owner")}/{http.Route("app")}" ? task : null;

    private static Reply Word(int status, string word) => Reply.Json(status, new JsonObject { ["status"] = word });

    private static Reply Detail(int status, string detail) => Reply.Json(status, new JsonObject { ["detail"] = detail });
}
