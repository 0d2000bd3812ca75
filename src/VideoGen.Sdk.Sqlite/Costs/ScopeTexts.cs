using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Sqlite.Costs;

/// <summary>One question to the lines, in four texts: each scope has its own index, and one text for all would use none of them.</summary>
internal sealed class ScopeTexts(string before, string after)
{
    // "All" binds NULL: the term is constant and leaves the choice of index to the rest.
    private readonly string all = before + "$scope IS NULL" + after;
    private readonly string account = before + "account_id = $scope" + after;
    private readonly string tenant = before + "tenant = $scope" + after;
    private readonly string campaign = before + "campaign = $scope" + after;

    public string this[LimitScopeKind kind] => kind switch
    {
        LimitScopeKind.All => all,
        LimitScopeKind.Account => account,
        LimitScopeKind.Tenant => tenant,
        _ => campaign,
    };
}
