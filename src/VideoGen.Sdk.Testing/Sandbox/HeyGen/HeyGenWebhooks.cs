using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Tasks;
using VideoGen.Sdk.Testing.Sandbox.Webhooks;

namespace VideoGen.Sdk.Testing.Sandbox.HeyGen;

/// <summary>One event at the end: to the job's own callback URL and to every endpoint that wants it.</summary>
internal sealed class HeyGenWebhooks(World world, HeyGenEndpoints endpoints)
{
    public void Tell(HeyGenTask task)
    {
        if (!task.IsOver || task.IsDeleted)
        {
            return;
        }

        var succeeded = task.State == TaskState.Succeeded;
        var type = $"{Family(task.Product)}.{(succeeded ? "success" : "fail")}";
        var targets = endpoints.All.Where(endpoint => endpoint.Wants(type)).Select(endpoint => (endpoint.Url, endpoint.Secret)).ToList();
        if (task.CallbackUrl is { } own)
        {
            // How the vendor signs these is not found; the account's secret is the best guess.
            targets.Add((own, world.Options.WebhookSecret));
        }

        var eventId = "evt_" + World.NewId(10);
        var data = Data(task, succeeded);
        endpoints.Remember(new JsonObject { ["event_id"] = eventId, ["event_type"] = type, ["event_data"] = data.DeepClone(),
            ["created_at"] = world.Now.ToUnixTimeSeconds() });
        var body = Encoding.UTF8.GetBytes(new JsonObject { ["event_id"] = eventId, ["event_type"] = type, ["event_data"] = data }.Written());
        foreach (var (url, secret) in targets)
        {
            world.Courier.Send(new Letter(task, url, body, (timestamp, bytes) => Headers(eventId, timestamp, bytes, secret)));
        }
    }

    // Only the body is signed; the timestamp travels beside it. The secret is used whole, prefix included.
    private static Dictionary<string, string> Headers(string eventId, long timestamp, byte[] body, string secret) => new()
    {
        ["Heygen-Signature"] = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body)),
        ["Heygen-Timestamp"] = timestamp.ToString(CultureInfo.InvariantCulture),
        ["Heygen-Event-Id"] = eventId,
    };

    private JsonObject Data(HeyGenTask task, bool succeeded)
    {
        var data = new JsonObject { ["video_id"] = task.Id, ["callback_id"] = task.CallbackId };
        if (task.SessionId is not null)
        {
            data["session_id"] = task.SessionId;
        }

        if (succeeded)
        {
            data["url"] = task.HasOutput ? world.Links.To(task) : null;
        }
        else
        {
            (data["msg"], data["failure_message"]) = (HeyGenWire.Failure(task).Message, HeyGenWire.Failure(task).Message);
        }

        return data;
    }

    // The docs do not name the event of a clip: apps must live with a name they do not know.
    private static string Family(HeyGenProduct product) => product switch
    {
        HeyGenProduct.Agent => "video_agent",
        HeyGenProduct.Clip => "model_video",
        _ => "avatar_video",
    };
}
