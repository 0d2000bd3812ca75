using System.Text;
using System.Text.Json.Nodes;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Webhooks;

namespace VideoGen.Sdk.Testing.Sandbox.Fal;

/// <summary>One webhook at the end, in other words than the queue's: OK or ERROR.</summary>
internal sealed class FalWebhooks(World world, FalKeys keys)
{
    public void Tell(FalTask task)
    {
        if (task.CallbackUrl is null || !task.IsOver)
        {
            return;
        }

        var failure = FalWire.Failure(task);
        var body = new JsonObject { ["request_id"] = task.Id, ["gateway_request_id"] = task.Id, ["status"] = failure is null ? "OK" : "ERROR" };
        if (failure is null)
        {
            body["payload"] = FalWire.Output(task, world);
        }
        else
        {
            body["error"] = $"Invalid status code: {failure.Status}";
            body["payload"] = new JsonObject { ["detail"] = failure.Detail.DeepClone() };
        }

        world.Courier.Send(new Letter(task, task.CallbackUrl, Encoding.UTF8.GetBytes(body.Written()), (timestamp, bytes) =>
            keys.Headers(task.Id, timestamp, bytes)));
    }
}
