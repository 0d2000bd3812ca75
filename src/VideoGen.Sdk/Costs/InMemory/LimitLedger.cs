using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.Costs.InMemory;

/// <summary>All scopes, and the question whether an attempt fits a limit.</summary>
internal sealed class LimitLedger
{
    private readonly Dictionary<LimitScope, ScopeLedger> scopes = [];

    /// <summary>The scope that counts everything.</summary>
    public ScopeLedger All { get; } = new(LimitScope.All);

    /// <summary>The scopes that count this attempt.</summary>
    public ScopeLedger[] ScopesOf(HoldRequest request)
    {
        var found = new List<ScopeLedger>(4) { All, Of(LimitScope.Account($"{request.Provider}/{request.Account}")) };
        if (request.Tenant is { } tenant)
        {
            found.Add(Of(LimitScope.Tenant(tenant)));
        }

        if (request.Campaign is { } campaign)
        {
            found.Add(Of(LimitScope.Campaign(campaign)));
        }

        return [.. found];
    }

    /// <summary>What stands in the way of the request; null when nothing does. <paramref name="lastOfJob"/> is the newest attempt of its job.</summary>
    public List<LimitRefusal>? Check(HoldRequest request, LedgerAttempt? lastOfJob, DateTimeOffset now)
    {
        List<LimitRefusal>? refusals = null;
        var asked = MicroUsd.Of(request.EstimateUsd, nameof(request));
        for (var i = 0; i < request.Limits.Count; i++)
        {
            var limit = request.Limits[i];
            if (!request.IsIn(limit.Scope))
            {
                continue;
            }

            var check = new LimitCheck(limit, Of(limit.Scope), lastOfJob, now);
            if ((limit.Unit is LimitUnit.Usd ? check.Money(asked) : check.Place()) is { } refusal)
            {
                (refusals ??= []).Add(refusal);
            }
        }

        return refusals;
    }

    /// <summary>Remembers the bounds that the request brings, so that whatever moves money later is held against them too.</summary>
    public void Watch(HoldRequest request)
    {
        for (var i = 0; i < request.Limits.Count; i++)
        {
            var limit = request.Limits[i];
            if (AlertDrafts.IsWatched(limit) && request.IsIn(limit.Scope))
            {
                Of(limit.Scope).MeterOf(limit.Window).Watched = limit;
            }
        }
    }

    /// <summary>The ledger of a scope, empty when nothing was ever held in it.</summary>
    public ScopeLedger Of(LimitScope scope)
    {
        if (scope.Kind is LimitScopeKind.All)
        {
            return All;
        }

        if (!scopes.TryGetValue(scope, out var ledger))
        {
            scopes.Add(scope, ledger = new ScopeLedger(scope));
        }

        return ledger;
    }
}
