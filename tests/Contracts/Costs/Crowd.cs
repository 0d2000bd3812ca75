using System.Globalization;
using VideoGen.Sdk.Costs;
using Xunit;

namespace VideoGen.Sdk.Contracts.Costs;

/// <summary>A thousand reservations of many processes against limits that overlap: per day, per account, per tenant, per campaign, in money and in places. What they hold is looked at from outside.</summary>
public static class Crowd
{
    /// <summary>Everything the crowd may hold; the day alone has room for less than the tenants and accounts together.</summary>
    public static IReadOnlyList<Limit> Limits { get; } =
    [
        Limited("day", LimitScope.All, LimitUnit.Usd, 7.01m, new LimitWindow.Day(TimeZoneInfo.Utc)),
        Limited("running", LimitScope.All, LimitUnit.Submissions, 400m, new LimitWindow.WhileOpen()),
        Limited("kling", LimitScope.Account("kling/default"), LimitUnit.Submissions, 150m, new LimitWindow.Rolling(TimeSpan.FromHours(1))),
        Limited("fal", LimitScope.Account("fal/default"), LimitUnit.Usd, 2.003m, new LimitWindow.Month(TimeZoneInfo.Utc)),
        Limited("acme", LimitScope.Tenant("acme"), LimitUnit.Usd, 3.333333m, new LimitWindow.Day(TimeZoneInfo.Utc)),
        Limited("spring", LimitScope.Campaign("spring"), LimitUnit.Submissions, 90m, new LimitWindow.WhileOpen()),
    ];

    /// <summary>One reservation, differing by its number in account, tenant, campaign, amount and in the order in which the limits are named; every seventh is given back at once.</summary>
    public static async Task<bool> TryAsync(ICostStore store, string name, int number)
    {
        var request = new HoldRequest
        {
            Key = new AttemptKey($"{name}-{number}", 1),
            ClientReference = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}"),
            EstimateUsd = 0.01m + (number % 5 * 0.004001m),
            Provider = (number % 3) switch { 0 => "kling", 1 => "fal", _ => "pika" },
            Account = "default",
            Model = "model",
            Tenant = number % 2 == 0 ? "acme" : "other",
            Campaign = number % 4 == 0 ? "spring" : null,
            Limits = number % 2 == 0 ? Limits : [.. Limits.Reverse()],
        };
        if (await store.HoldAsync(request).ConfigureAwait(false) is not HoldResult.Held)
        {
            return false;
        }

        if (number % 7 == 0)
        {
            await store.ReleaseAsync(request.Key, AttemptOutcome.NotSent, "given back").ConfigureAwait(false);
            return false;
        }

        return true;
    }

    /// <summary>No limit is passed by a millionth or a place, and the day is as full as can be: nobody was turned away for nothing.</summary>
    public static async Task MustFitAsync(ICostStore store, int held, CancellationToken cancellationToken)
    {
        var lines = (await store.ListAsync(new LedgerQuery(), cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false)).Where(line => line.State == LineState.Reserved).ToList();
        Assert.Equal(held, lines.Count);
        foreach (var limit in Limits)
        {
            var counted = lines.Where(line => IsIn(line, limit.Scope)).ToList();
            var used = limit.Unit == LimitUnit.Usd ? counted.Sum(line => line.ReservedUsd) : counted.Count;
            Assert.True(used <= limit.Amount, $"{limit.Name}: {used} of {limit.Amount}");
        }

        var free = Limits[0].Amount - lines.Sum(line => line.ReservedUsd);
        var refusals = Assert.Single(await store.CheckAsync([Probe(free + 0.000001m)], cancellationToken).ConfigureAwait(false));
        Assert.Equal(("day", free), Assert.Single(refusals) is var refusal ? (refusal.Limit.Name, refusal.Available) : default);
        Assert.Empty(Assert.Single(await store.CheckAsync([Probe(free)], cancellationToken).ConfigureAwait(false)));
    }

    private static HoldRequest Probe(decimal usd) => new()
    {
        Key = new AttemptKey("probe", 1), ClientReference = "probe", EstimateUsd = usd, Provider = "pika", Account = "default", Model = "model", Limits = Limits,
    };

    private static bool IsIn(AttemptLine line, LimitScope scope) => scope.Kind switch
    {
        LimitScopeKind.All => true,
        LimitScopeKind.Account => scope.Value == $"{line.Provider}/{line.Account}",
        LimitScopeKind.Tenant => scope.Value == line.Tenant,
        _ => scope.Value == line.Campaign,
    };

    private static Limit Limited(string name, LimitScope scope, LimitUnit unit, decimal amount, LimitWindow window) => new() { Name = name, Scope = scope, Unit = unit, Amount = amount, Window = window };
}
