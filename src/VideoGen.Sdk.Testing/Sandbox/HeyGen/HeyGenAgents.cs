using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Clips;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Tasks;

namespace VideoGen.Sdk.Testing.Sandbox.HeyGen;

/// <summary>Video agents: a prompt becomes an edited video, followed by its session.</summary>
internal sealed class HeyGenAgents(World world, HeyGenDesk desk, HeyGenLibrary library, HeyGenAssets assets, IVendor vendor)
{
    private const int Seconds = 20; // an agent decides its length alone

    private readonly ConcurrentDictionary<string, string> _videos = new();

    public void Reset() => _videos.Clear();

    public async Task<Reply> Create(HttpContext http)
    {
        var body = await http.ObjectAsync(vendor).ConfigureAwait(false);
        HeyGenErrors.Demand(HeyGenRules.Agent, body);
        assets.DemandKnown(body);
        if (body.Text("avatar_id") is { } look)
        {
            library.DemandLook(look);
        }

        library.DemandVoice(body.Text("voice_id"));
        var ratio = body.Text("orientation") == "portrait" ? "9:16" : "16:9";
        var task = desk.Take(http, HeyGenProduct.Agent, body, ClipShape.OfRatio(ratio, 1080, Seconds), HeyGenPrices.Agent);
        _videos[task.SessionId!] = task.Id;
        return HeyGenErrors.Ok(new JsonObject
        {
            ["session_id"] = task.SessionId,
            ["status"] = "generating",
            ["video_id"] = task.Id,
            ["created_at"] = task.CreatedAt.ToUnixTimeSeconds(),
        });
    }

    public Task<Reply> Get(HttpContext http)
    {
        if (Find(http) is not { } task)
        {
            return Task.FromResult(HeyGenErrors.NotFound("resource"));
        }

        var state = world.Show(task);
        return Task.FromResult(HeyGenErrors.Ok(new JsonObject
        {
            ["session_id"] = task.SessionId,
            ["status"] = state switch
            {
                TaskState.Queued => "thinking",
                TaskState.Running => "generating",
                TaskState.Succeeded => "completed",
                TaskState.Unheard => "hibernating",
                _ => "failed",
            },
            ["progress"] = state == TaskState.Succeeded ? 100 : state == TaskState.Running ? 50 : 0,
            ["video_id"] = task.Id,
            ["created_at"] = task.CreatedAt.ToUnixTimeSeconds(),
        }));
    }

    // Halts at the next checkpoint; HeyGen's own notes call it unreliable. What was rendered is charged.
    public Task<Reply> Stop(HttpContext http)
    {
        if (Find(http) is not { } task)
        {
            return Task.FromResult(HeyGenErrors.NotFound("resource"));
        }

        world.Runner.Cancel(task, charge: task.State == TaskState.Running);
        return Task.FromResult(HeyGenErrors.Ok(new JsonObject { ["session_id"] = task.SessionId, ["status"] = task.State == TaskState.Succeeded ? "completed"
            : "failed" }));
    }

    private HeyGenTask? Find(HttpContext http) =>
        _videos.TryGetValue(http.Route("id"), out var video) ? world.Tasks.Find<HeyGenTask>(HeyGenVendor.VendorName, video) : null;
}
