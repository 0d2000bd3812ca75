namespace VideoGen.Sdk.Costs;

/// <summary>Which part of an attempt a limit looks at.</summary>
public enum LimitScopeKind
{
    /// <summary>Everything.</summary>
    All,

    /// <summary>Provider account.</summary>
    Account,

    /// <summary>Tenant.</summary>
    Tenant,

    /// <summary>Campaign.</summary>
    Campaign,
}
