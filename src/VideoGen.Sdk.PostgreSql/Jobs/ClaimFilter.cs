using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>What a claim leaves out, as arguments of its statement.</summary>
internal sealed record ClaimFilter(string[]? Stages, string[]? Providers, string[] PausedProviders, bool IsAllPaused, bool CanDecrypt)
{
    public static ClaimFilter Of(JobClaim claim, IReadOnlyList<QueuePause> pauses, bool canDecrypt) => new(
        Sorted(claim.Stages), Sorted(claim.Providers), [.. pauses.Select(pause => pause.Provider).OfType<string>()], ClaimOrder.IsPaused(ClaimOrder.NotBegun, null, pauses), canDecrypt);

    /// <summary>The same while what the former one found paused still is.</summary>
    public static ClaimFilter Expected(JobClaim claim, ClaimFilter? former, bool canDecrypt) =>
        Of(claim, [], canDecrypt) is var open && former is null ? open : open with { PausedProviders = former.PausedProviders, IsAllPaused = former.IsAllPaused };

    public bool Equals(ClaimFilter? other) => other is not null && CanDecrypt == other.CanDecrypt && IsAllPaused == other.IsAllPaused
        && Same(Stages, other.Stages) && Same(Providers, other.Providers) && Same(PausedProviders, other.PausedProviders);

    public override int GetHashCode() => HashCode.Combine(Stages?.Length, Providers?.Length, PausedProviders.Length, IsAllPaused, CanDecrypt);

    private static string[]? Sorted(IReadOnlyCollection<string>? names) => names is null ? null : [.. names.Order(StringComparer.Ordinal)];

    private static bool Same(string[]? one, string[]? other) => one is null ? other is null : other is not null && one.SequenceEqual(other);
}
