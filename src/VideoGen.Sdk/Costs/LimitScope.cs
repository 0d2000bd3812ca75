namespace VideoGen.Sdk.Costs;

/// <summary>Whose spending or submissions a limit counts.</summary>
/// <param name="Kind">Which part of an attempt is compared.</param>
/// <param name="Value">The account id (<c>kling/default</c>), tenant or campaign; null for all.</param>
public readonly record struct LimitScope(LimitScopeKind Kind, string? Value)
{
    /// <summary>Everything.</summary>
    public static LimitScope All { get; } = new(LimitScopeKind.All, null);

    /// <summary>One provider account, such as <c>kling/default</c>.</summary>
    public static LimitScope Account(string id) => new(LimitScopeKind.Account, id);

    /// <summary>One tenant.</summary>
    public static LimitScope Tenant(string tenant) => new(LimitScopeKind.Tenant, tenant);

    /// <summary>One campaign.</summary>
    public static LimitScope Campaign(string campaign) => new(LimitScopeKind.Campaign, campaign);
}
