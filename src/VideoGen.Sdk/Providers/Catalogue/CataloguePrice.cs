using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Providers.Catalogue;

/// <summary>Turns price rules into an upper bound. Rounds up to a millionth of a dollar.</summary>
public static class CataloguePrice
{
    /// <summary>The most that this spec can cost by the catalogue on that day; unknown where no rule fits.</summary>
    /// <param name="model">The model.</param>
    /// <param name="spec">The snapped request.</param>
    /// <param name="day">The day that decides which rule holds.</param>
    /// <param name="duration">Length to price in place of the spec's, such as the real one.</param>
    /// <param name="priceCase">The vendor's word for a dearer or cheaper case; null for the ordinary one.</param>
    public static PriceEstimate Estimate(CatalogueModel model, GenerationSpec spec, DateOnly day, TimeSpan? duration = null, string? priceCase = null)
    {
        var rules = model.Offers
            .Where(o => o.Operations.Contains(spec.Operation) && o.Sound == spec.Sound)
            .Select(o => (Offer: o, Rule: o.Prices.FirstOrDefault(p => p.Case == priceCase && p.Holds(spec.Resolution, day))))
            .Where(x => x.Rule is not null)
            .ToList();
        if (rules.Count == 0)
        {
            return PriceEstimate.Unknown;
        }

        // Several offers may cover one spec; the dearest keeps the bound a bound.
        var dearest = rules.Select(x => (Usd: Price(x.Rule!, x.Offer, spec, duration), x.Rule)).MaxBy(x => x.Usd ?? decimal.MaxValue);
        return dearest.Usd is { } usd ? new PriceEstimate { Usd = RoundUp(usd), IsUnconfirmed = dearest.Rule!.IsUnconfirmed } : PriceEstimate.Unknown;
    }

    private static decimal? Price(PriceRule rule, ModelOffer offer, GenerationSpec spec, TimeSpan? duration)
    {
        var seconds = (decimal?)(duration ?? spec.Duration)?.TotalSeconds ?? offer.DefaultSeconds ?? offer.SecondsTo;
        if (rule.PerSecondUsd is not null && seconds is null)
        {
            return null;
        }

        var charged = rule.StepSeconds is { } step && seconds is { } s ? Math.Ceiling(s / step) * step : seconds ?? 0m;
        var images = spec.InputCounts.Where(i => i.Key is not (ReferenceRole.Source or ReferenceRole.Audio)).Sum(i => i.Value);
        var sum = ((rule.PerSecondUsd ?? 0m) * charged)
            + (rule.PerClipUsd ?? 0m)
            + ((rule.PerInputSecondUsd ?? 0m) * (decimal)spec.InputVideoDuration.TotalSeconds)
            + ((rule.PerImageUsd ?? 0m) * images);
        return Math.Max(sum, rule.MinimumUsd ?? 0m);
    }

    private static decimal RoundUp(decimal usd) => Math.Ceiling(usd * 1_000_000m) / 1_000_000m;
}
