using System.Collections.Frozen;

namespace VideoGen.Sdk.Providers.Pika;

/// <summary>The vendor's prices as last read, for as long as they are fresh. Safe for use by many threads at once.</summary>
internal sealed class PikaPriceTable(TimeProvider clock)
{
    private volatile Snapshot? last;
    private long claimedAt;

    public void Keep(IEnumerable<PikaOperation> operations)
    {
        var priced = operations.Where(o => o.Prices.Count > 0).GroupBy(o => o.ApiId).ToFrozenDictionary(g => g.Key, g => g.Last().Prices, StringComparer.OrdinalIgnoreCase);
        last = new Snapshot(clock.GetUtcNow(), priced);
    }

    /// <summary>True for one caller at a time, once the prices are older than this; a failed reading is tried again only after as long.</summary>
    public bool TryClaimRefresh(TimeSpan age)
    {
        var seen = Interlocked.Read(ref claimedAt);
        var now = clock.GetUtcNow();
        return (last is not { } known || now - known.ReadAt >= age) && now - new DateTimeOffset(seen, TimeSpan.Zero) >= age
            && Interlocked.CompareExchange(ref claimedAt, now.UtcTicks, seen) == seen;
    }

    /// <summary>Upper bound in USD; null where the table is old, does not know the operation, or cannot bound it.</summary>
    public decimal? Find(string apiId, GenerationSpec spec, decimal? seconds, TimeSpan maxAge)
    {
        if (last is not { } known || clock.GetUtcNow() - known.ReadAt is var age && (age < TimeSpan.Zero || age >= maxAge) || !known.Prices.TryGetValue(apiId, out var components))
        {
            return null;
        }

        decimal? sum = 0m;
        foreach (var component in components)
        {
            sum += Tier(component, spec, seconds) * Times(component, spec, seconds);
        }

        return sum is { } usd ? Math.Ceiling(usd * 1_000_000m) / 1_000_000m : null;
    }

    // Of several tiers that may hold the dearest does: a bound stays a bound.
    private static decimal? Tier(PikaPriceComponent component, GenerationSpec spec, decimal? seconds) => component.Tiers
        .Where(t => t.Resolution is null || spec.Resolution is null || string.Equals(t.Resolution, spec.Resolution.ToString(), StringComparison.OrdinalIgnoreCase))
        .Where(t => t.Seconds is null || seconds is null || t.Seconds == seconds)
        .Max(t => (decimal?)t.AmountUsd);

    // Units that are included in another price are not taken off: that would need to be known exactly.
    private static decimal? Times(PikaPriceComponent component, GenerationSpec spec, decimal? seconds)
    {
        var isInput = component.Role?.Contains("input", StringComparison.OrdinalIgnoreCase) ?? false;
        var length = isInput ? spec.InputVideoDuration > TimeSpan.Zero ? (decimal)spec.InputVideoDuration.TotalSeconds : null : seconds;
        decimal? units = component.Unit switch
        {
            "second" => length,
            "minute" => length / 60m,
            "image" => Math.Max(1, spec.InputCounts.Where(i => i.Key is not (ReferenceRole.Source or ReferenceRole.Audio)).Sum(i => i.Value)),
            "character" => spec.Prompt.Length + (spec.NegativePrompt?.Length ?? 0),
            "request" => 1m,
            _ => null,
        };
        return units is { } n ? Math.Ceiling(n / component.Quantity) : null;
    }

    private sealed record Snapshot(DateTimeOffset ReadAt, FrozenDictionary<string, IReadOnlyList<PikaPriceComponent>> Prices);
}
