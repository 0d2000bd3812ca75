using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Routing;

/// <summary>Every limit of an attempt: budgets, vendor rates and concurrency together, so that one step can hold them all.</summary>
internal sealed class LimitSet(IBudgetGuard budgets)
{
    public IReadOnlyList<Limit> For(ProviderRegistration registration, VideoRequest request)
    {
        var descriptor = registration.Provider.Descriptor;
        var limits = new List<Limit>(budgets.LimitsFor(new BudgetSubject
        {
            Provider = descriptor.Name,
            Account = descriptor.Account,
            Tenant = request.Tenant,
            Campaign = request.Campaign,
            PerVideoLimitUsd = request.PerVideoLimitUsd,
        }));
        var options = registration.Options;
        var scope = LimitScope.Account(descriptor.Id);
        foreach (var rate in options.Rates.Count > 0 ? options.Rates.AsEnumerable() : registration.DefaultRates)
        {
            limits.Add(new Limit
            {
                Name = $"{descriptor.Id}: {rate.Submissions} submissions in {rate.Window:c}",
                Scope = scope,
                Window = new LimitWindow.Rolling(rate.Window),
                Unit = LimitUnit.Submissions,
                Amount = rate.Submissions,
            });
        }

        if ((options.MaxConcurrent ?? registration.DefaultMaxConcurrent) is { } places)
        {
            limits.Add(new Limit
            {
                Name = $"{descriptor.Id}: {places} at once",
                Scope = scope,
                Window = new LimitWindow.WhileOpen(),
                Unit = LimitUnit.Submissions,
                Amount = places,
            });
        }

        return limits;
    }
}
