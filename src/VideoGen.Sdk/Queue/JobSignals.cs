namespace VideoGen.Sdk.Queue;

/// <summary>Wishes from outside. They live apart from the job and never move its version.</summary>
public sealed record JobSignals
{
    // The finest time that every store keeps.
    private static readonly TimeSpan Distinct = TimeSpan.FromMicroseconds(1);

    /// <summary>When a cancel was asked for (store's clock); null when none was.</summary>
    public DateTimeOffset? CancelAskedAt { get; init; }

    /// <summary>When something was heard that ends a wait, such as a callback (store's clock); null when nothing was.</summary>
    public DateTimeOffset? WokenAt { get; init; }

    /// <summary>With one more signal. The first cancel counts, and the last wake; two wakes in one instant differ by a microsecond, so that whoever acted on the first sees the second.</summary>
    /// <param name="kind">What is signalled.</param>
    /// <param name="now">The store's time.</param>
    public JobSignals With(JobSignalKind kind, DateTimeOffset now) => kind == JobSignalKind.Cancel
        ? this with { CancelAskedAt = CancelAskedAt ?? now }
        : this with { WokenAt = WokenAt is { } last && now < last + Distinct ? last + Distinct : now };
}
