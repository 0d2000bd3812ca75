namespace VideoGen.Sdk.Costs;

/// <summary>What some lines say together. Every line counts in exactly one of the six fates.</summary>
public sealed record LedgerTotals
{
    /// <summary>Attempts that ended with a video.</summary>
    public long Videos { get; init; }

    /// <summary>Attempts that were accepted and came to nothing.</summary>
    public long Failed { get; init; }

    /// <summary>Attempts refused before acceptance.</summary>
    public long Rejected { get; init; }

    /// <summary>Attempts of which no byte left.</summary>
    public long NotSent { get; init; }

    /// <summary>Attempts whose outcome nobody knows.</summary>
    public long Unknown { get; init; }

    /// <summary>Attempts that still run.</summary>
    public long Open { get; init; }

    /// <summary>Lines with a flag: something about their amount is odd.</summary>
    public long Flagged { get; init; }

    /// <summary>USD charged.</summary>
    public decimal ChargedUsd { get; init; }

    /// <summary>Of it, USD charged for attempts that failed, were rejected or not sent.</summary>
    public decimal FailedUsd { get; init; }

    /// <summary>Of it, USD charged for attempts whose outcome nobody knows.</summary>
    public decimal PresumedUsd { get; init; }

    /// <summary>Of it, USD charged for videos whose playing time nobody stated.</summary>
    public decimal UnmeasuredUsd { get; init; }

    /// <summary>USD held for attempts that still run.</summary>
    public decimal HeldUsd { get; init; }

    /// <summary>USD held for attempts whose outcome nobody knows.</summary>
    public decimal UnverifiedUsd { get; init; }

    /// <summary>Playing time of all videos of which it is known.</summary>
    public TimeSpan VideoLength { get; init; }

    /// <summary>All lines.</summary>
    public long Attempts => Videos + Failed + Rejected + NotSent + Unknown + Open;

    /// <summary>Share of videos among attempts that were sent and ended, in percent; null without any.</summary>
    public decimal? SuccessRate => Videos + Failed + Rejected + Unknown is > 0 and var ended ? 100m * Videos / ended : null;

    /// <summary>USD charged per video, what failed on the way to it included; null without a video.</summary>
    public decimal? AverageUsd => Videos > 0 ? ChargedUsd / Videos : null;

    /// <summary>USD charged per second of video that can be used, what failed on the way included; null while no playing time is known.</summary>
    public decimal? UsdPerSecond => VideoLength > TimeSpan.Zero ? (ChargedUsd - UnmeasuredUsd) * TimeSpan.TicksPerSecond / VideoLength.Ticks : null;
}
