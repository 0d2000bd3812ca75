using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>What an ended attempt cost: the vendor's word, else the real length at the catalogue's price, else the estimate. Null: nobody knows.</summary>
internal sealed class AttemptCharge(ModelCatalogue catalogue, ProviderRegistry registry, TimeProvider timeProvider)
{
    // Beyond this a vendor's amount is kept but not believed without a person's look.
    private const decimal AbsurdFactor = 20m;

    /// <summary>No amount above this is booked or held: it is a fault, not a price.</summary>
    public const decimal LargestUsd = 1_000_000m;

    public Settlement? Of(Attempt attempt, AttemptOutcome outcome)
    {
        var stated = attempt.FinalStatus?.ChargeUsd;
        if (stated is { } amount)
        {
            return Stated(attempt, outcome, amount);
        }

        return outcome == AttemptOutcome.Succeeded ? Computed(attempt)
            : (attempt.Failure?.Charge ?? ChargeCertainty.Unknown) switch
            {
                ChargeCertainty.None => New(attempt, outcome, 0m, ChargeSource.Vendor),
                ChargeCertainty.Charged => New(attempt, outcome, attempt.EstimateUsd, ChargeSource.Estimate),
                _ => null,
            };
    }

    private static Settlement Stated(Attempt attempt, AttemptOutcome outcome, decimal amount) => amount switch
    {
        < 0m or > LargestUsd => New(attempt, outcome, attempt.EstimateUsd, ChargeSource.Estimate) with { Flag = $"the vendor stated {amount} USD; the estimate is booked" },
        _ when amount > attempt.EstimateUsd * AbsurdFactor && amount > 1m => New(attempt, outcome, amount, ChargeSource.Vendor) with { Flag = $"far above the estimate of {attempt.EstimateUsd} USD" },
        _ when amount > attempt.EstimateUsd => New(attempt, outcome, amount, ChargeSource.Vendor) with { Flag = $"above the estimate of {attempt.EstimateUsd} USD" },
        _ => New(attempt, outcome, amount, ChargeSource.Vendor),
    };

    private Settlement Computed(Attempt attempt)
    {
        var hasOverride = registry.Find(attempt.Provider, attempt.Account)?.Options.CostPerVideoUsd is not null;
        var real = attempt.FinalStatus?.Duration is { } duration && !hasOverride && catalogue.Find(attempt.Provider, attempt.Spec.Model) is { } model
            ? CataloguePrice.Estimate(model, attempt.Spec, DateOnly.FromDateTime(timeProvider.GetUtcNow().UtcDateTime), duration).Usd
            : null;

        // The estimate is an upper bound by contract: a clip some frames longer than asked does not cost more.
        return real is { } usd
            ? New(attempt, AttemptOutcome.Succeeded, Math.Min(usd, attempt.EstimateUsd), ChargeSource.Computed)
            : New(attempt, AttemptOutcome.Succeeded, attempt.EstimateUsd, ChargeSource.Estimate);
    }

    private static Settlement New(Attempt attempt, AttemptOutcome outcome, decimal usd, ChargeSource source) =>
        new() { ChargeUsd = usd, Outcome = outcome, Source = source, RemoteId = attempt.RemoteId, Length = attempt.FinalStatus?.Duration };
}
