namespace VideoGen.Sdk.Analytics;

/// <summary>Remembers which trends were seen, and for whom each was made into a video: at most once per trend, account, language and variant, across machines.</summary>
/// <remarks>
/// Implementers MUST take a claim in one atomic step over all its clusters: of two claims at once that share a cluster, account, language and variant, exactly one gets <see cref="TrendClaimOutcome.Claimed"/>.
/// MUST answer the holder of an open claim with <see cref="TrendClaimOutcome.Claimed"/> again, and lengthen it. MUST let another holder have an open claim once its lease is over, by the store's clock, and never a confirmed one.
/// MUST keep, of a key seen before, its first cluster and first time, and the counts of the latest sighting, whatever the order in which they come.
/// MUST make each change durable before the call returns, where the store is durable at all. MUST be safe for use by many threads at once.
/// MUST throw <see cref="StoreException"/> when the store cannot be read or written.
/// </remarks>
public interface ITrendHistory
{
    /// <summary>What is known of these keys; unknown ones are not in the answer, whose order says nothing.</summary>
    Task<IReadOnlyList<TrendSighting>> FindAsync(IReadOnlyCollection<long> keys, CancellationToken cancellationToken = default);

    /// <summary>Remembers sightings, in one step.</summary>
    Task RememberAsync(IReadOnlyCollection<TrendSighting> sightings, CancellationToken cancellationToken = default);

    /// <summary>Claims a trend, for as long as the lease lasts or for good once it is confirmed.</summary>
    /// <param name="claim">What is claimed, and by whom.</param>
    /// <param name="lease">How long nobody else may have it while it is not confirmed.</param>
    /// <param name="cancellationToken">Stops waiting; the claim may have been taken.</param>
    Task<TrendClaimOutcome> ClaimAsync(TrendClaim claim, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>Makes a claim final: the trend was used. False when its holder does not hold it; then nothing changed.</summary>
    Task<bool> ConfirmAsync(TrendClaim claim, CancellationToken cancellationToken = default);

    /// <summary>Gives an open claim back, such as one that the budget left no room for. False when its holder does not hold it, or it is confirmed.</summary>
    Task<bool> ReleaseAsync(TrendClaim claim, CancellationToken cancellationToken = default);

    /// <summary>Forgets what was not seen since, so that the history does not grow for ever; claims stay. Returns how many keys went.</summary>
    Task<long> ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken = default);
}
