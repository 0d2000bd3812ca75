namespace VideoGen.Sdk.Costs.Ledger;

/// <summary>One direction of a summary: a meter for each name.</summary>
internal sealed class GroupMeters
{
    private readonly Dictionary<string, TotalsMeter> named = new(StringComparer.Ordinal);
    private TotalsMeter? nameless;

    public void Add(string? name, in LineSums sums)
    {
        if (name is null)
        {
            (nameless ??= new TotalsMeter()).Add(sums);
            return;
        }

        if (!named.TryGetValue(name, out var meter))
        {
            named.Add(name, meter = new TotalsMeter());
        }

        meter.Add(sums);
    }

    public IReadOnlyList<LedgerGroup> ToGroups() =>
    [
        .. named.Select(pair => new LedgerGroup(pair.Key, pair.Value.ToTotals()))
            .Concat(nameless is null ? [] : [new LedgerGroup(null, nameless.ToTotals())])
            .OrderByDescending(group => group.Totals.ChargedUsd)
            .ThenBy(group => group.Name, StringComparer.Ordinal),
    ];
}
