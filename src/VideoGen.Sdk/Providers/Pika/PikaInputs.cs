using System.Text.Json.Nodes;

namespace VideoGen.Sdk.Providers.Pika;

/// <summary>The inputs of a task in Pika's terms: https addresses only, no data URIs.</summary>
internal static class PikaInputs
{
    public static void Write(JsonObject body, GenerationTask task)
    {
        var pictures = Of(task, i => !IsVideo(i) && i.Media.Role != ReferenceRole.Audio).ToList();
        var video = Of(task, IsVideo).ToList();
        var sound = Of(task, i => i.Media.Role == ReferenceRole.Audio).ToList();
        if (video.Count > 1 || sound.Count > 1 || (sound.Count > 0 && PikaModels.IsPikas(task.Spec.Model)))
        {
            throw PikaErrors.NotSupported("Pika takes at most one clip here, and no sound for its own models.");
        }

        if (PikaModels.IsFrames(task.Spec) && pictures.Count is < 2 or > 5)
        {
            throw PikaErrors.Refuse("pikaframes needs 2 to 5 pictures.");
        }

        if (pictures.Count > 1)
        {
            body["images"] = new JsonArray([.. pictures.Select(p => (JsonNode)p)]);
        }
        else if (pictures.Count == 1)
        {
            body["image"] = pictures[0];
        }

        if (video.Count == 1)
        {
            body["video"] = video[0];
        }

        if (sound.Count == 1)
        {
            body["audio"] = sound[0];
        }
    }

    // The clip begins with its first frame and ends with its last one, wherever they stand in the request.
    private static IEnumerable<string> Of(GenerationTask task, Func<TaskInput, bool> isWanted) => task.Inputs.Where(isWanted)
        .OrderBy(i => i.Media.Role switch { ReferenceRole.FirstFrame => 0, ReferenceRole.LastFrame => 2, _ => 1 })
        .Select(i => i.Prepared.Reference ?? throw PikaErrors.NotSupported("Pika takes inputs by https address only, and this one was not uploaded."));

    private static bool IsVideo(TaskInput input) => input.Media.Role == ReferenceRole.Source || input.Media.ContentType.StartsWith("video/", StringComparison.OrdinalIgnoreCase);
}
