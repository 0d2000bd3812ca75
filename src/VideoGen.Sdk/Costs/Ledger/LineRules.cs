namespace VideoGen.Sdk.Costs.Ledger;

/// <summary>What a line means for the meters. Every store counts by these and nothing else.</summary>
internal static class LineRules
{
    /// <summary>Whether money is held.</summary>
    public static bool IsOpen(this AttemptLine line) => line.State is LineState.Reserved or LineState.Unverified;

    /// <summary>Whether the POST is still to come: it may come at any moment, so the submission counts now, whenever now is.</summary>
    public static bool IsPending(this AttemptLine line) => line.State is LineState.Reserved && line.StartedAt is null;

    /// <summary>When the submission counts in rolling and calendar windows; null when it is pending or was given back.</summary>
    public static DateTimeOffset? SubmittedAt(this AttemptLine line) => line.Outcome is AttemptOutcome.NotSent ? null : line.StartedAt;

    /// <summary>From when on an unverified attempt no longer has a running place; null when another state decides.</summary>
    public static DateTimeOffset? PlaceUntil(this AttemptLine line, TimeSpan longestRun)
    {
        if (line.State is not LineState.Unverified)
        {
            return null;
        }

        var start = line.StartedAt ?? line.ReservedAt;
        return DateTimeOffset.MaxValue - start <= longestRun ? DateTimeOffset.MaxValue : start + longestRun;
    }

    /// <summary>Held or charged millionths: what a money limit counts.</summary>
    public static long CountedMicroUsd(this AttemptLine line) =>
        MicroUsd.Of(line.ReservedUsd, nameof(line)) + MicroUsd.Of(line.ChargedUsd, nameof(line));
}
