using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Routing;

/// <summary>Whose requests may use which account. An account that lists tenants is theirs alone; a tenant with accounts of its own never spends on shared ones unless they are open to all.</summary>
internal sealed class TenantAccess(ProviderRegistry registry)
{
    private const string Everyone = "*";

    /// <summary>Why this tenant may not use the account; null when it may. Never names another tenant.</summary>
    public string? Obstacle(ProviderRegistration registration, string? tenant)
    {
        // What costs nothing and needs no key is nobody's.
        if (!registration.Provider.Descriptor.IsPaid)
        {
            return null;
        }

        var allowed = registration.Options.Tenants;
        return allowed.Count > 0
            ? allowed.Contains(Everyone) || (tenant is not null && allowed.Contains(tenant)) ? null : "belongs to other tenants"
            : tenant is not null && HasOwn(tenant) ? "is shared, and this tenant has accounts of its own (open it with Tenants: [\"*\"])" : null;
    }

    // Also one that is switched off or has no key: a tenant that lost its key must not spend somebody else's money.
    private bool HasOwn(string tenant) => registry.All.Any(r => r.Options.Tenants.Contains(tenant));
}
