using System.Globalization;
using System.Text.Json.Nodes;
using VideoGen.Sdk.Testing.Sandbox.Files;
using VideoGen.Sdk.Testing.Sandbox.Tasks;

namespace VideoGen.Sdk.Testing.Sandbox.Kling;

/// <summary>A task in the spelling of the new standard.</summary>
internal static class KlingWire
{
    public static JsonObject Created(KlingTask task) => new()
    {
        ["id"] = task.Id,
        ["status"] = "submitted",
        ["create_time"] = task.CreatedAt.ToUnixTimeMilliseconds(),
        ["update_time"] = task.CreatedAt.ToUnixTimeMilliseconds(),
        ["external_id"] = task.ClientReference,
    };

    public static JsonObject Shown(KlingTask task, TaskState state, Links links)
    {
        var shown = new JsonObject
        {
            ["id"] = task.Id,
            ["status"] = Word(state),
            ["message"] = task.Message,
            ["create_time"] = task.CreatedAt.ToUnixTimeMilliseconds(),
            ["update_time"] = task.ChangedAt.ToUnixTimeMilliseconds(),
            ["external_id"] = task.ClientReference,
        };
        if (state == TaskState.Succeeded)
        {
            shown["outputs"] = task.HasOutput ? new JsonArray(Output(task, links)) : [];
        }

        if (state is TaskState.Succeeded or TaskState.Failed)
        {
            shown["billing"] = new JsonArray([.. task.ChargedUnits.Select(units =>
                new JsonObject { ["charge_type"] = "unit", ["amount"] = units, ["package_type"] = "video" })]);
        }

        return shown;
    }

    public static string Seconds(KlingTask task) => task.Clip.PlayedSeconds.ToString("0.0##", CultureInfo.InvariantCulture);

    private static JsonObject Output(KlingTask task, Links links)
    {
        var output = new JsonObject { ["type"] = "video", ["id"] = task.VideoId, ["url"] = links.To(task), ["duration"] = Seconds(task) };
        if (task.HasWatermark)
        {
            output["watermark_url"] = links.To(task, "watermark.mp4");
        }

        return output;
    }

    private static string Word(TaskState state) => state switch
    {
        TaskState.Queued => "submitted",
        TaskState.Running => "processing",
        TaskState.Succeeded => "succeeded",
        TaskState.Failed => "failed",
        _ => "hibernating",
    };
}
