using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.PostgreSql.Costs;

/// <summary>How a scope is named in tables of totals; the migration's triggers build the same names.</summary>
internal static class ScopeNames
{
    public static string RowName(this LimitScope scope) => scope.Kind switch
    {
        LimitScopeKind.All => "All",
        LimitScopeKind.Account => "Account:" + scope.Value,
        LimitScopeKind.Tenant => "Tenant:" + scope.Value,
        _ => "Campaign:" + scope.Value,
    };

    public static LimitScope Scope(string rowName) => rowName.Split(':', 2) is [var kind, var value] ? new LimitScope(Enum.Parse<LimitScopeKind>(kind), value) : LimitScope.All;
}
