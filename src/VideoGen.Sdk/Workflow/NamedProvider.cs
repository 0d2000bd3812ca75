using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Routing;

namespace VideoGen.Sdk.Workflow;

/// <summary>Says why a provider that a request names may not be used: being asked for by name is no reason to be passed over in silence.</summary>
internal sealed class NamedProvider(ProviderRegistry registry, TenantAccess tenants, ConfigurationPaths paths, TimeProvider timeProvider)
{
    /// <summary>The fault; null when one of the accounts meant may be used as far as anyone can tell without a request.</summary>
    public string? Fault(string field, string name, string? tenant)
    {
        var named = registry.Named(name);
        if (named.Count == 0)
        {
            return $"{field}: {UnknownProviderException.For(name, registry.Names).Message}";
        }

        var first = named[0].Provider.Descriptor;
        if (named.All(r => !r.Options.Enabled))
        {
            return paths.AsWritten($"{field}: {name} is switched off; set {AccountName.SectionOf(first.Id)}:Enabled to true, or name another.");
        }

        var now = timeProvider.GetUtcNow();
        return named.All(r => r.Provider.Descriptor.Lifecycle.IsRetiredAt(now))
                ? $"{field}: {name} is retired since {first.Lifecycle.EndsOn:yyyy-MM-dd}{(first.Lifecycle.Note is { } note ? $" ({note.TrimEnd('.')})" : "")}; name another."
            : named.All(r => tenants.Obstacle(r, tenant) is not null)
                ? $"{field}: {name} {tenants.Obstacle(named[0], tenant)}; name an account of the request's tenant."
            : null;
    }

    /// <summary>The sentence of a missing key and where to put it, when every account meant lacks nothing but its key; else null.</summary>
    public string? MissingKeyOf(string name, string? tenant)
    {
        var usable = registry.Named(name).Where(r => r.Options.Enabled && tenants.Obstacle(r, tenant) is null).ToList();
        return usable.Count > 0 && usable.All(r => MissingKey.Of(r) is not null) ? paths.AsWritten(MissingKey.Of(usable[0])!) : null;
    }
}
