using System.Globalization;
using System.Text.Json.Nodes;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Tasks;

namespace VideoGen.Sdk.Testing.Sandbox.Runway;

/// <summary>A task as <c>GET /v1/tasks/{id}</c> shows it.</summary>
internal static class RunwayWire
{
    public static JsonObject Credits(decimal credits) => new() { ["credits"] = credits };

    public static JsonObject Shown(RunwayTask task, TaskState state, World world)
    {
        var shown = new JsonObject
        {
            ["id"] = task.Id,
            ["status"] = Word(task, state),
            ["createdAt"] = task.CreatedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        };
        switch (state)
        {
            case TaskState.Succeeded:
                shown["output"] = task.HasOutput ? new JsonArray(world.Links.To(task)) : [];
                shown["cost"] = Credits(task.ChargedCredits);
                break;
            case TaskState.Failed:
                var moderated = task.Fate == TaskFate.Moderated;
                shown["failure"] = moderated ? "The request was blocked by content moderation." : "The generation did not pass a quality check.";
                shown["failureCode"] = moderated ? "SAFETY.INPUT.TEXT" : "INTERNAL.BAD_OUTPUT.CODE01";
                shown["cost"] = Credits(task.ChargedCredits);
                break;
            case TaskState.Running:
                shown["progress"] = Progress(task, world);
                shown["estimatedCost"] = Credits(task.EstimatedCredits);
                break;
            default:
                shown["estimatedCost"] = Credits(task.EstimatedCredits);
                break;
        }

        return shown;
    }

    private static decimal Progress(RunwayTask task, World world)
    {
        var done = task.StartedAt is { } started ? (world.Now - started) / world.Runner.RunTime : 0;
        return Math.Round((decimal)Math.Clamp(done, 0, 0.99), 2);
    }

    private static string Word(RunwayTask task, TaskState state) => state switch
    {
        TaskState.Queued => task.Lane?.IsWaiting(task, out _) == true ? "THROTTLED" : "PENDING",
        TaskState.Running => "RUNNING",
        TaskState.Succeeded => "SUCCEEDED",
        TaskState.Failed => "FAILED",
        TaskState.Cancelled => "CANCELLED",
        _ => "HIBERNATING",
    };
}
