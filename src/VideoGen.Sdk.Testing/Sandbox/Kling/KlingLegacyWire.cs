using System.Globalization;
using System.Text.Json.Nodes;
using VideoGen.Sdk.Testing.Sandbox.Files;
using VideoGen.Sdk.Testing.Sandbox.Tasks;

namespace VideoGen.Sdk.Testing.Sandbox.Kling;

/// <summary>A task in the legacy spelling: other names for almost everything, and success without its last three letters.</summary>
internal static class KlingLegacyWire
{
    public static JsonObject Created(KlingTask task) => new()
    {
        ["task_id"] = task.Id,
        ["task_info"] = Named(task),
        ["task_status"] = "submitted",
        ["created_at"] = task.CreatedAt.ToUnixTimeMilliseconds(),
        ["updated_at"] = task.CreatedAt.ToUnixTimeMilliseconds(),
    };

    public static JsonObject Shown(KlingTask task, TaskState state, Links links)
    {
        var shown = new JsonObject
        {
            ["task_id"] = task.Id,
            ["task_status"] = Word(state),
            ["task_status_msg"] = task.Message,
            ["created_at"] = task.CreatedAt.ToUnixTimeMilliseconds(),
            ["updated_at"] = task.ChangedAt.ToUnixTimeMilliseconds(),
            ["task_info"] = Named(task),
        };
        if (state == TaskState.Succeeded)
        {
            shown["task_result"] = new JsonObject { ["videos"] = task.HasOutput ? new JsonArray(Video(task, links)) : [] };
        }

        if (state is TaskState.Succeeded or TaskState.Failed)
        {
            shown["final_unit_deduction"] = task.ChargedUnits.FirstOrDefault("0");
            shown["final_balance_deduction"] = new JsonObject
            {
                ["quota"] = "0",
                ["list_price"] = (task.Charged ? task.AmountUsd : 0).ToString("0.####", CultureInfo.InvariantCulture),
            };
        }

        return shown;
    }

    private static JsonObject Named(KlingTask task) => task.ClientReference is null ? [] : new JsonObject { ["external_task_id"] = task.ClientReference };

    private static JsonObject Video(KlingTask task, Links links)
    {
        var video = new JsonObject { ["id"] = task.VideoId, ["url"] = links.To(task), ["duration"] = KlingWire.Seconds(task) };
        if (task.HasWatermark)
        {
            video["watermark_url"] = links.To(task, "watermark.mp4");
        }

        return video;
    }

    private static string Word(TaskState state) => state switch
    {
        TaskState.Queued => "submitted",
        TaskState.Running => "processing",
        TaskState.Succeeded => "succeed",
        TaskState.Failed => "failed",
        _ => "hibernating",
    };
}
