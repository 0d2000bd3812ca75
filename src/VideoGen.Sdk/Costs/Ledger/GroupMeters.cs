namespace VideoGen.Sdk.Costs.Ledger;

/// <summary>One direction of a summary: a meter for each name.</summary>
internal sealed class GroupMeters
{
    private readonly Dictionary<string, TotalsMeter> named = new(StringComparer.Ordinal);
    private TotalsMeter? nameless;

    public TotalsMeter this[string? name]
    {
        get
        {
            if (name is null)
            {
                return nameless ??= new TotalsMeter();
            }

            if (!named.TryGetValue(name, out var meter))
            {
                named.Add(name, meter = new TotalsMeter());
            }

            return meter;
        }
    }

    public IReadOnlyList<LedgerGroup> ToGroups() =>
    [
        .. named.Select(pair => new LedgerGroup(pair.Key, pair.Value.ToTotals()))
            .Concat(nameless is null ? [] : [new LedgerGroup(null, nameless.ToTotals())])
            .OrderByDescending(group => group.Totals.ChargedUsd)
            .ThenBy(group => group.Name, StringComparer.Ordinal),
    ];
}
