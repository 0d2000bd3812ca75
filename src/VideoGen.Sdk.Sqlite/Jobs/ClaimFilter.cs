using System.Text.Json;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Sqlite.Jobs;

/// <summary>What a claim leaves out, as arguments of its statement: lists as JSON texts.</summary>
internal sealed record ClaimFilter(string? Stages, string? Providers, string PausedProviders, bool CanDecrypt)
{
    public static ClaimFilter Of(JobClaim claim, IReadOnlyList<QueuePause> pauses, bool canDecrypt) =>
        new(Json(claim.Stages), Json(claim.Providers), Json(pauses.Select(pause => pause.Provider).OfType<string>())!, canDecrypt);

    private static string? Json(IEnumerable<string>? names) => names is null ? null : $"[{string.Join(',', names.Select(name => $"\"{JsonEncodedText.Encode(name)}\""))}]";
}
