using System.Text.Json.Nodes;
using VideoGen.Sdk.Testing.Sandbox.Files;
using VideoGen.Sdk.Testing.Sandbox.Tasks;

namespace VideoGen.Sdk.Testing.Sandbox.Pika;

/// <summary>A job as its status call shows it: what does not apply is an explicit null.</summary>
internal static class PikaWire
{
    public static JsonObject Shown(PikaTask task, TaskState state, Links links) => new()
    {
        ["id"] = task.Id,
        ["status"] = Word(state),
        ["output"] = state == TaskState.Succeeded && task.HasOutput
            ? new JsonObject { ["media_type"] = "video", ["video"] = new JsonObject { ["url"] = links.To(task) } } : null,
        ["error"] = state == TaskState.Failed ? Error(task) : null,
    };

    public static string Word(TaskState state) => state switch
    {
        TaskState.Queued => "queued",
        TaskState.Running => "running",
        TaskState.Succeeded => "completed",
        TaskState.Failed => "failed",
        _ => "hibernating",
    };

    private static JsonObject Error(PikaTask task) => task.Fate == TaskFate.Moderated
        ? new JsonObject { ["code"] = "content_moderation", ["message"] = "The content was refused by moderation" }
        : new JsonObject { ["code"] = "provider_error", ["message"] = "The provider could not finish the job" };
}
