namespace VideoGen.Sdk.Providers;

/// <summary>What an app decides about one account of any vendor. Bound from <c>VideoGeneration:Providers:{name}</c> or <c>…:{name}:Accounts:{account}</c>.</summary>
public sealed class ProviderAccountOptions
{
    /// <summary>Whether it may be used. False leaves it out and refuses it by name. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Order among providers that neither the default nor the fallback list names; lower comes first. Default 100.</summary>
    public int Priority { get; set; } = 100;

    /// <summary>The account's model; null takes the vendor's first that can do the request.</summary>
    public string? Model { get; set; }

    /// <summary>
    /// Price of one video in USD in place of the catalogue's: it is planned and held, and booked where the vendor states no charge. Null keeps the catalogue's. For accounts with a price
    /// of their own; what the vendor states to have charged is always what is booked.
    /// </summary>
    public decimal? CostPerVideoUsd { get; set; }

    /// <summary>Upper bound in USD to hold where no price is known; null fails closed.</summary>
    public decimal? UnknownPriceCeilingUsd { get; set; }

    /// <summary>Most jobs of this account that may run at the vendor at once; null for the vendor's usual bound (5 at Kling, none elsewhere).</summary>
    public int? MaxConcurrent { get; set; }

    /// <summary>
    /// Tenants whose requests may use this account, and nobody else's; <c>*</c> is everyone. Empty, the default: shared by all requests without a tenant and by all tenants
    /// that no account lists. A tenant that an account lists never uses a shared one, not even while its own has no key.
    /// </summary>
    public IList<string> Tenants { get; } = [];

    /// <summary>Submissions allowed in a rolling window; several may hold at once. Empty takes the vendor's default.</summary>
    public IList<ProviderRate> Rates { get; } = [];
}
