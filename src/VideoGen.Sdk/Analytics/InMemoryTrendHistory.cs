namespace VideoGen.Sdk.Analytics;

/// <summary>Trends in the memory of this process, gone with it. Safe for use by many threads at once; costs nothing.</summary>
/// <param name="clock">Says when a lease is over.</param>
public sealed class InMemoryTrendHistory(TimeProvider clock) : ITrendHistory
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, TrendSighting> sightings = [];
    private readonly Dictionary<(string Cluster, string Account, string Language, string Variant), (string Holder, DateTimeOffset Until, bool IsUsed)> claims = [];

    /// <inheritdoc/>
    public Task<IReadOnlyList<TrendSighting>> FindAsync(IReadOnlyCollection<long> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<TrendSighting>>([.. keys.Distinct().Select(key => sightings.GetValueOrDefault(key)).OfType<TrendSighting>()]);
        }
    }

    /// <inheritdoc/>
    public Task RememberAsync(IReadOnlyCollection<TrendSighting> sightings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sightings);
        lock (gate)
        {
            foreach (var seen in sightings)
            {
                this.sightings[seen.Key] = this.sightings.TryGetValue(seen.Key, out var known) ? known.Join(seen) : seen;
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<TrendClaimOutcome> ClaimAsync(TrendClaim claim, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var keys = KeysOf(claim);
            var others = keys.Select(key => claims.TryGetValue(key, out var other) ? other : default).Where(other => other.Holder is not null).ToList();
            if (others.Exists(other => other.IsUsed))
            {
                return Task.FromResult(TrendClaimOutcome.Used);
            }

            if (others.Exists(other => other.Holder != claim.Holder && other.Until > now))
            {
                return Task.FromResult(TrendClaimOutcome.HeldByOther);
            }

            foreach (var key in keys)
            {
                claims[key] = (claim.Holder, now + lease, false);
            }

            return Task.FromResult(TrendClaimOutcome.Claimed);
        }
    }

    /// <inheritdoc/>
    public Task<bool> ConfirmAsync(TrendClaim claim, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            var keys = KeysOf(claim);
            if (!keys.TrueForAll(key => claims.TryGetValue(key, out var held) && held.Holder == claim.Holder))
            {
                return Task.FromResult(false);
            }

            keys.ForEach(key => claims[key] = claims[key] with { IsUsed = true });
            return Task.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public Task<bool> ReleaseAsync(TrendClaim claim, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            var keys = KeysOf(claim);
            if (!keys.TrueForAll(key => claims.TryGetValue(key, out var held) && held.Holder == claim.Holder && !held.IsUsed))
            {
                return Task.FromResult(false);
            }

            keys.ForEach(key => claims.Remove(key));
            return Task.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public Task<long> ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            var old = sightings.Values.Where(seen => seen.LastSeenAt < before).Select(seen => seen.Key).ToList();
            old.ForEach(key => sightings.Remove(key));
            return Task.FromResult((long)old.Count);
        }
    }

    private static List<(string Cluster, string Account, string Language, string Variant)> KeysOf(TrendClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return [.. claim.Clusters.Distinct(StringComparer.Ordinal).Select(cluster => (cluster, claim.Account, claim.Language, claim.Variant))];
    }
}
