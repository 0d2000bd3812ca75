using System.Text.Json.Nodes;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Tasks;

namespace VideoGen.Sdk.Testing.Sandbox.Fal;

/// <summary>A request as submit, status and result show it.</summary>
internal static class FalWire
{
    public static JsonObject Queued(FalTask task)
    {
        var shown = Named(task, "IN_QUEUE");
        shown["queue_position"] = Ahead(task);
        return shown;
    }

    public static Reply Status(FalTask task, TaskState state, bool logs)
    {
        switch (state)
        {
            case TaskState.Queued:
                return Reply.Json(202, Queued(task));
            case TaskState.Running:
                var running = Named(task, "IN_PROGRESS");
                running["logs"] = logs ? new JsonArray(new JsonObject { ["message"] = "rendering", ["level"] = "INFO",
                    ["timestamp"] = task.ChangedAt.ToString("O") }) : null;
                return Reply.Json(202, running);
            case TaskState.Unheard:
                return Reply.Json(202, Named(task, "HIBERNATING"));
            default:
                return Reply.Json(200, Completed(task, logs));
        }
    }

    /// <summary>The reason it ended without output, or null.</summary>
    public static FalFailure? Failure(FalTask task) => task.State switch
    {
        TaskState.Cancelled => task.Failure ?? FalFailure.Cancelled(),
        TaskState.Failed when task.InputErrors is { } errors => FalFailure.Input(errors),
        TaskState.Failed => task.Fate == TaskFate.Moderated ? FalFailure.Moderated() : FalFailure.Crashed(),
        _ => null,
    };

    public static JsonObject Output(FalTask task, World world) => task.HasOutput
        ? new JsonObject
        {
            ["video"] = new JsonObject
            {
                ["url"] = world.Links.To(task, lifetime: task.FileLifetime),
                ["content_type"] = "video/mp4",
                ["file_name"] = task.Id + ".mp4",
                ["file_size"] = world.Clips.Take(task.Clip).Length,
            },
        }
        : [];

    private static JsonObject Completed(FalTask task, bool logs)
    {
        var shown = Named(task, "COMPLETED");
        shown["logs"] = logs ? new JsonArray() : null;
        shown["metrics"] = new JsonObject { ["inference_time"] = ((task.EndedAt - task.StartedAt) ?? TimeSpan.Zero).TotalSeconds };
        if (Failure(task) is { } failure)
        {
            shown["error"] = failure.Message;
            shown["error_type"] = failure.Type;
        }

        return shown;
    }

    private static JsonObject Named(FalTask task, string status)
    {
        var request = $"{task.Origin}/{FalVendor.VendorName}/{task.App}/requests/{task.Id}";
        return new JsonObject
        {
            ["status"] = status,
            ["request_id"] = task.Id,
            ["response_url"] = request,
            ["status_url"] = request + "/status",
            ["cancel_url"] = request + "/cancel",
        };
    }

    private static int Ahead(FalTask task) => task.Lane?.IsWaiting(task, out var ahead) == true ? ahead : 0;
}
