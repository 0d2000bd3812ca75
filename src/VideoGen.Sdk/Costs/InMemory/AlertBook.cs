using System.Runtime.InteropServices;
using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.Costs.InMemory;

/// <summary>All alerts, in the order of their recording, and when each is due.</summary>
internal sealed class AlertBook
{
    private readonly Dictionary<string, Noted> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Noted> byId = new(StringComparer.Ordinal);
    private readonly List<Noted> all = [];

    public IEnumerable<BudgetAlert> All => all.Select(noted => noted.Alert);

    public bool Record(BudgetAlert alert, DateTimeOffset now)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(byKey, alert.Key, out var exists);
        if (exists)
        {
            return false;
        }

        known = new Noted(alert with { Id = Guid.CreateVersion7(now).ToString("N"), At = now, Tries = 0, DeliveredAt = null }, now);
        byId.Add(known.Alert.Id, known);
        all.Add(known);
        return true;
    }

    /// <summary>Records every level that the scope's present periods have reached.</summary>
    public void Reached(ScopeLedger scope, DateTimeOffset reservedAt, DateTimeOffset now)
    {
        foreach (var window in scope.Windows)
        {
            if (window.Watched is not { } limit || window.Period(now) is var (starts, ends) && (reservedAt < starts || reservedAt >= ends))
            {
                continue;
            }

            var (used, bound) = ((decimal)window.MicroUsd(now), (decimal)MicroUsd.OfBound(limit.Amount));
            foreach (var level in AlertDrafts.Levels.Where(level => used * 100m >= bound * level))
            {
                Record(Threshold(scope.Name, limit, level, MicroUsd.ToUsd((long)used), window.Period(now)), now);
            }
        }
    }

    public IReadOnlyList<BudgetAlert> Lease(int most, TimeSpan lease, DateTimeOffset now)
    {
        var due = all.Where(noted => noted.Alert.DeliveredAt is null && noted.DueAt <= now).OrderBy(noted => noted.DueAt).Take(most).ToList();
        return [.. due.Select(noted =>
        {
            var given = noted.Alert;
            (noted.DueAt, noted.Alert) = (now + lease, given with { Tries = given.Tries + 1 });
            return given;
        })];
    }

    public void Delivered(string id, DateTimeOffset now)
    {
        if (byId.TryGetValue(id, out var noted))
        {
            noted.Alert = noted.Alert with { DeliveredAt = noted.Alert.DeliveredAt ?? now };
        }
    }

    public void Retry(string id, DateTimeOffset dueAt)
    {
        if (byId.TryGetValue(id, out var noted))
        {
            noted.DueAt = dueAt;
        }
    }

    private static BudgetAlert Threshold(LimitScope scope, Limit limit, int level, decimal usedUsd, (DateTimeOffset StartsAt, DateTimeOffset EndsAt) period) => new()
    {
        Key = $"{scope.Kind}:{scope.Value}/{period.StartsAt.UtcTicks}-{period.EndsAt.UtcTicks}/{level}",
        Kind = BudgetAlertKind.Threshold,
        Scope = scope,
        LimitName = limit.Name,
        Percent = level,
        LimitUsd = MicroUsd.ToUsd(MicroUsd.OfBound(limit.Amount)),
        UsedUsd = usedUsd,
        PeriodStartsAt = period.StartsAt,
        PeriodEndsAt = period.EndsAt,
    };

    private sealed class Noted(BudgetAlert alert, DateTimeOffset dueAt)
    {
        public BudgetAlert Alert { get; set; } = alert;

        public DateTimeOffset DueAt { get; set; } = dueAt;
    }
}
