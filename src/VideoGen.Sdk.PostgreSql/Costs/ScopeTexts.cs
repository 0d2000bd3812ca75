using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.PostgreSql.Costs;

/// <summary>One question to the lines, in four texts: each scope has its own index, and one text for all would use none of them.</summary>
internal sealed class ScopeTexts(string before, string after)
{
    // "All" binds NULL, and a NULL alone has no type.
    private readonly string all = before + "@scope::text IS NULL" + after;
    private readonly string account = before + "account_id = @scope" + after;
    private readonly string tenant = before + "tenant = @scope" + after;
    private readonly string campaign = before + "campaign = @scope" + after;

    public string this[LimitScopeKind kind] => kind switch
    {
        LimitScopeKind.All => all,
        LimitScopeKind.Account => account,
        LimitScopeKind.Tenant => tenant,
        _ => campaign,
    };
}
