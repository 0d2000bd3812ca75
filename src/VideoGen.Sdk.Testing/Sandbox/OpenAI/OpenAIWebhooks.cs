using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Rules;
using VideoGen.Sdk.Testing.Sandbox.Tasks;
using VideoGen.Sdk.Testing.Sandbox.Webhooks;

namespace VideoGen.Sdk.Testing.Sandbox.OpenAI;

/// <summary>Endpoints per project (since client 7.x) and the two events they hear of videos.</summary>
internal sealed class OpenAIWebhooks(World world, IVendor vendor)
{
    private static readonly Rule New = May.Hold(("name", May.Text(1).Needed()), ("url", May.Text(1).Needed()),
        ("event_types", May.List(May.Text(1), 1, 50).Needed()));

    private readonly ConcurrentDictionary<string, JsonObject> _endpoints = new();

    public void Reset() => _endpoints.Clear();

    public async Task<Reply> Create(HttpContext http)
    {
        var body = await http.ObjectAsync(vendor).ConfigureAwait(false);
        OpenAIErrors.Demand(New, body);
        var id = "we_" + World.NewId(12);
        var endpoint = new JsonObject
        {
            ["id"] = id,
            ["object"] = "webhook_endpoint",
            ["name"] = body.Text("name"),
            ["url"] = body.Text("url"),
            ["event_types"] = body["event_types"]!.DeepClone(),
            ["created_at"] = world.Now.ToUnixTimeSeconds(),
        };
        _endpoints[id] = endpoint;
        var shown = (JsonObject)endpoint.DeepClone();
        shown["signing_secret"] = world.Options.WebhookSecret; // shown this once
        return Reply.Json(200, shown);
    }

    public Task<Reply> List(HttpContext http) => Task.FromResult(Reply.Json(200, new JsonObject
    {
        ["object"] = "list",
        ["data"] = new JsonArray([.. _endpoints.Values.Select(endpoint => endpoint.DeepClone())]),
        ["has_more"] = false,
    }));

    public Task<Reply> Delete(HttpContext http) => Task.FromResult(_endpoints.TryRemove(http.Route("id"), out _)
        ? Reply.Json(200, new JsonObject { ["id"] = http.Route("id"), ["object"] = "webhook_endpoint.deleted", ["deleted"] = true })
        : OpenAIErrors.Of(404, "No such webhook endpoint.", "id", "not_found"));

    public void Tell(OpenAITask task)
    {
        if (!task.IsOver)
        {
            return;
        }

        var type = task.State == TaskState.Succeeded ? "video.completed" : "video.failed";
        var id = "evt_" + World.NewId(12);
        var body = Encoding.UTF8.GetBytes(new JsonObject
        {
            ["id"] = id,
            ["object"] = "event",
            ["created_at"] = world.Now.ToUnixTimeSeconds(),
            ["type"] = type,
            ["data"] = new JsonObject { ["id"] = task.Id },
        }.Written());
        foreach (var endpoint in _endpoints.Values.Where(endpoint => endpoint.Items("event_types").Any(wanted => wanted.GetValue<string>() == type)))
        {
            world.Courier.Send(new Letter(task, endpoint.Text("url")!, body, (timestamp, bytes) =>
                StandardWebhook.Headers("wh_" + id, timestamp, bytes, world.Options.WebhookSecret)));
        }
    }
}
