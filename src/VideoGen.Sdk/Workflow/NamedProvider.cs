using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Workflow;

/// <summary>Says why a provider that a request names may not be used: being asked for by name is no reason to be passed over in silence.</summary>
internal static class NamedProvider
{
    public static string? Fault(string field, string name, ProviderRegistry registry, DateTimeOffset now)
    {
        var named = registry.Named(name);
        if (named.Count == 0)
        {
            return $"{field}: {UnknownProviderException.For(name, registry.Names).Message}";
        }

        if (named.All(r => !r.Options.Enabled))
        {
            return $"{field}: {name} is switched off; set Enabled to true under VideoGeneration:Providers:{named[0].Provider.Descriptor.Name}, or name another.";
        }

        return named.All(r => r.Provider.Descriptor.Lifecycle.IsRetiredAt(now))
            ? $"{field}: {name} is retired since {named[0].Provider.Descriptor.Lifecycle.EndsOn:yyyy-MM-dd}{(named[0].Provider.Descriptor.Lifecycle.Note is { } note ? $" ({note.TrimEnd('.')})" : "")}; name another."
            : null;
    }
}
