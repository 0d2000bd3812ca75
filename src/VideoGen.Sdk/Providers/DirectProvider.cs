using Microsoft.Extensions.DependencyInjection;

namespace VideoGen.Sdk.Providers;

/// <summary>Chooses the one provider that a name means, or says why it cannot be used.</summary>
internal static class DirectProvider
{
    public static IVideoProvider Of(IServiceProvider services, string name)
    {
        var registry = services.GetRequiredService<ProviderRegistry>();
        var paths = services.GetRequiredService<ConfigurationPaths>();
        var named = registry.Named(name);
        if (named.Count == 0)
        {
            throw UnknownProviderException.For(name, registry.Names);
        }

        var enabled = named.Where(r => r.Options.Enabled).ToList();
        if (enabled.Count == 0)
        {
            throw new ProviderNotReadyException(paths.AsWritten($"Provider '{name}' is switched off; set {AccountName.SectionOf(named[0].Provider.Descriptor.Id)}:Enabled to true, or name another.")) { Provider = name };
        }

        // Vendors list their default account first; it stands for the name where it can be used.
        var chosen = enabled.FirstOrDefault(r => r.Provider.CheckReadiness().IsReady) ?? enabled[0];
        var descriptor = chosen.Provider.Descriptor;
        if (descriptor.Lifecycle.IsRetiredAt(services.GetRequiredService<TimeProvider>().GetUtcNow()))
        {
            throw new ProviderNotReadyException(paths.AsWritten($"Provider '{name}' is retired since {descriptor.Lifecycle.EndsOn:yyyy-MM-dd}{(descriptor.Lifecycle.Note is { } note ? ": " + note : "")}.")) { Provider = name };
        }

        return MissingKey.Of(chosen) is { } missing ? throw new ProviderKeyMissingException(paths.AsWritten(missing)) { Provider = name }
            : chosen.Provider.CheckReadiness() is { IsReady: false } readiness ? throw new ProviderNotReadyException(paths.AsWritten($"Provider '{name}' is not ready: {readiness.Reason}")) { Provider = name }
            : chosen.Provider;
    }
}
