using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.Providers;

/// <summary>Every account known to this process, by id. Immutable; safe for use by many threads at once.</summary>
public sealed class ProviderRegistry
{
    private readonly Dictionary<string, ProviderRegistration> byId = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Collects registrations; the last one of an id wins.</summary>
    /// <exception cref="OptionsValidationException">A paid provider calls its submit repeatable.</exception>
    public ProviderRegistry(IEnumerable<ProviderRegistration> registrations)
    {
        foreach (var registration in registrations)
        {
            if (registration.Provider.Descriptor is { IsPaid: true, IsSubmitRepeatable: true } paid)
            {
                throw new OptionsValidationException(
                    paid.Id, typeof(ProviderDescriptor), [$"Provider {paid.Id}: its descriptor says IsPaid and IsSubmitRepeatable. A paid submit is never sent again; set IsSubmitRepeatable to false."]);
            }

            byId[registration.Provider.Descriptor.Id] = registration;
        }
    }

    /// <summary>Collects registrations and, before them, the accounts that configuration names: what an app registers itself wins.</summary>
    public ProviderRegistry(IEnumerable<ProviderRegistration> registrations, IEnumerable<IProviderSource> sources)
        : this(sources.SelectMany(s => s.Registrations).Concat(registrations))
    {
    }

    /// <summary>All accounts.</summary>
    public IReadOnlyCollection<ProviderRegistration> All => byId.Values;

    /// <summary>The account of this id; null when unknown.</summary>
    public ProviderRegistration? Find(string provider, string account) => byId.GetValueOrDefault($"{provider}/{account}");

    /// <summary>The accounts that a name means: <c>kling</c> means all of Kling's, <c>kling/eu</c> one.</summary>
    public IReadOnlyList<ProviderRegistration> Named(string name) => name.Contains('/', StringComparison.Ordinal)
        ? byId.TryGetValue(name, out var one) ? [one] : []
        : [.. byId.Values.Where(r => string.Equals(r.Provider.Descriptor.Name, name, StringComparison.OrdinalIgnoreCase))];

    /// <summary>The provider of this name for direct use.</summary>
    /// <exception cref="UnknownProviderException">No such provider is registered.</exception>
    public IVideoProvider Get(string name) => Named(name) is [var first, ..] ? first.Provider : throw UnknownProviderException.For(name, Names);

    /// <summary>The names that <see cref="Named"/> knows, in order.</summary>
    public IReadOnlyList<string> Names => [.. byId.Values.Select(r => r.Provider.Descriptor.Name).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
}
