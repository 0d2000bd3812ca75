using Microsoft.Extensions.Options;
using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Routing;

/// <summary>The order in which accounts are considered: the request's wish, then default, fallbacks, priority.</summary>
internal sealed class CandidateOrder(ProviderRegistry registry, IOptionsMonitor<RoutingOptions> options)
{
    /// <summary>All accounts that the request allows, in order.</summary>
    public IReadOnlyList<ProviderRegistration> For(VideoRequest request, string? modelProvider)
    {
        IEnumerable<ProviderRegistration> named = modelProvider is null
            ? request.PreferredProviders.SelectMany(Named)
            : registry.Named(modelProvider);
        if (modelProvider is not null || request.OnlyPreferredProviders)
        {
            return [.. named.Distinct()];
        }

        var routing = options.CurrentValue;
        var configured = new[] { routing.DefaultProvider }.Concat(routing.FallbackProviders).OfType<string>().SelectMany(registry.Named);
        var rest = registry.All.OrderBy(r => r.Options.Priority).ThenBy(r => r.Provider.Descriptor.Id, StringComparer.Ordinal);
        return [.. named.Concat(configured).Concat(rest).Distinct()];
    }

    /// <summary>Whether this account was asked for first, by the request or by configuration.</summary>
    public bool IsFirstChoice(ProviderRegistration registration, VideoRequest request, string? modelProvider)
    {
        var first = modelProvider ?? (request.PreferredProviders.Count > 0 ? request.PreferredProviders[0] : options.CurrentValue.DefaultProvider);
        return first is not null && registry.Named(first).Contains(registration);
    }

    private IReadOnlyList<ProviderRegistration> Named(string name)
    {
        var found = registry.Named(name);
        return found.Count > 0 ? found : throw UnknownProviderException.For(name, registry.Names);
    }
}
