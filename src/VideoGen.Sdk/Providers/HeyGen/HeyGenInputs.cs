using VideoGen.Sdk.Providers.HeyGen.Wire;

namespace VideoGen.Sdk.Providers.HeyGen;

/// <summary>Inputs as HeyGen takes them: by public address, or by the id of an uploaded asset.</summary>
internal static class HeyGenInputs
{
    public static IEnumerable<TaskInput> OfRole(GenerationTask task, params IReadOnlyList<ReferenceRole> roles) => task.Inputs.Where(i => roles.Contains(i.Prepared.Role));

    public static HeyGenAsset Asset(TaskInput input)
    {
        var reference = Reference(input);
        return IsAddress(reference) ? new HeyGenAsset { Type = "url", Url = reference } : new HeyGenAsset { Type = "asset_id", AssetId = reference };
    }

    public static IReadOnlyList<HeyGenAsset>? Assets(IEnumerable<TaskInput> inputs) => inputs.Select(Asset).ToList() is { Count: > 0 } list ? list : null;

    public static string Reference(TaskInput input) =>
        input.Prepared.Reference ?? throw HeyGenErrors.Refuse($"The {input.Prepared.Role} input was not prepared: call PrepareInputAsync first.");

    public static bool IsAddress(string reference) => reference.Contains("://", StringComparison.Ordinal);

    public static bool IsVideo(TaskInput input) => (input.Prepared.ContentType ?? input.Media.ContentType).StartsWith("video/", StringComparison.OrdinalIgnoreCase);
}
