using System.Text.Json.Nodes;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Tasks;

namespace VideoGen.Sdk.Testing.Sandbox.OpenAI;

/// <summary>The video object: all keys always there, no link and no cost among them.</summary>
internal static class OpenAIWire
{
    public static DateTimeOffset? ExpiresAt(OpenAITask task, World world) => task.EndedAt + world.Options.LinkLifetime;

    public static JsonObject Shown(OpenAITask task, TaskState state, World world) => new()
    {
        ["id"] = task.Id,
        ["object"] = "video",
        ["model"] = task.Model,
        ["status"] = state switch
        {
            TaskState.Queued => "queued",
            TaskState.Running => "in_progress",
            TaskState.Succeeded => "completed",
            TaskState.Unheard => "hibernating",
            _ => "failed",
        },
        ["progress"] = state == TaskState.Succeeded ? 100 : state == TaskState.Running ? Progress(task, world) : 0,
        ["created_at"] = task.CreatedAt.ToUnixTimeSeconds(),
        ["completed_at"] = state == TaskState.Succeeded ? task.EndedAt?.ToUnixTimeSeconds() : null,
        ["expires_at"] = state == TaskState.Succeeded ? ExpiresAt(task, world)?.ToUnixTimeSeconds() : null,
        ["prompt"] = task.Prompt,
        ["seconds"] = task.Seconds,
        ["size"] = task.Size,
        ["remixed_from_video_id"] = task.RemixedFrom,
        ["error"] = state == TaskState.Failed ? Error(task) : null,
    };

    private static int Progress(OpenAITask task, World world) =>
        task.StartedAt is { } started ? (int)Math.Clamp((world.Now - started) / world.Runner.RunTime * 100, 0, 99) : 0;

    private static JsonObject Error(OpenAITask task) => task.Fate == TaskFate.Moderated
        ? new JsonObject { ["code"] = "moderation_blocked", ["message"] = "Your request was blocked by our moderation system." }
        : new JsonObject { ["code"] = "server_error", ["message"] = "The video could not be generated." };
}
