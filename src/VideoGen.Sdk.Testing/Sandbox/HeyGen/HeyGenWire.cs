using System.Text.Json.Nodes;
using VideoGen.Sdk.Testing.Sandbox.Files;
using VideoGen.Sdk.Testing.Sandbox.Tasks;

namespace VideoGen.Sdk.Testing.Sandbox.HeyGen;

/// <summary>A video as its product's status call shows it; the two products name even the id differently.</summary>
internal static class HeyGenWire
{
    public static JsonObject Video(HeyGenTask task, TaskState state, Links links)
    {
        var shown = new JsonObject
        {
            ["id"] = task.Id,
            ["status"] = Word(state, task.Product),
            ["title"] = task.Title,
            ["created_at"] = task.CreatedAt.ToUnixTimeSeconds(),
        };
        if (state == TaskState.Succeeded)
        {
            shown["completed_at"] = task.EndedAt!.Value.ToUnixTimeSeconds();
            shown["duration"] = task.Clip.PlayedSeconds;
            if (task.HasOutput)
            {
                shown["video_url"] = links.To(task);
                shown["thumbnail_url"] = links.To(task, "thumbnail.jpg");
                shown["gif_url"] = links.To(task, "preview.gif");
                shown["subtitle_url"] = links.To(task, "captions.srt");
            }
        }

        return Failed(shown, task, state);
    }

    public static JsonObject Clip(HeyGenTask task, TaskState state, Links links)
    {
        var shown = new JsonObject
        {
            ["video_id"] = task.Id,
            ["status"] = Word(state, task.Product),
            ["model"] = "heygen-video-1",
            ["created_at"] = task.CreatedAt.ToUnixTimeSeconds(),
        };
        if (state == TaskState.Succeeded)
        {
            shown["duration"] = task.Clip.PlayedSeconds;
            shown["width"] = task.Clip.Width;
            shown["height"] = task.Clip.Height;
            shown["aspect_ratio"] = task.AspectRatio ?? "16:9";
            shown["seed"] = task.Seed ?? 7;
            shown["timings"] = new JsonObject { ["inference"] = (task.EndedAt!.Value - task.StartedAt!.Value).TotalSeconds };
            if (task.HasOutput)
            {
                shown["video_url"] = links.To(task);
            }
        }

        return Failed(shown, task, state);
    }

    public static string Word(TaskState state, HeyGenProduct product, string queued = "pending") => state switch
    {
        TaskState.Queued => queued,
        TaskState.Running => "processing",
        TaskState.Succeeded => "completed",
        TaskState.Failed => "failed",
        TaskState.Cancelled => product == HeyGenProduct.Clip ? "cancelled" : "failed",
        _ => "hibernating",
    };

    public static (string Code, string Message) Failure(HeyGenTask task) => task.Fate == TaskFate.Moderated
        ? (task.IsClip ? "generation_failed" : "content_policy_violation", "The content was blocked by the moderation policy")
        : task.State == TaskState.Cancelled ? ("generation_cancelled", "The generation was stopped")
        : (task.IsClip ? "generation_failed" : "internal_error", "The video could not be generated");

    private static JsonObject Failed(JsonObject shown, HeyGenTask task, TaskState state)
    {
        if (state is TaskState.Failed or TaskState.Cancelled)
        {
            (shown["failure_code"], shown["failure_message"]) = Failure(task);
        }

        return shown;
    }
}
