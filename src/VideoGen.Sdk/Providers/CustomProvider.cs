using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.Providers;

/// <summary>Registers a provider that came by a call of the app's own, with account options from the section of its name.</summary>
internal static partial class CustomProvider
{
    public static void AddTo(IServiceCollection services, string name, Func<IServiceProvider, IVideoProvider> create)
    {
        if (string.IsNullOrEmpty(name) || !Name().IsMatch(name))
        {
            throw new ArgumentException($"'{name}' is no name of a provider: use lower-case letters, digits and hyphens.", nameof(name));
        }

        if (services.Any(s => s.ImplementationInstance is Mark mark && mark.Provider == name))
        {
            throw new ArgumentException($"A provider '{name}' was added before; give this one another name.", nameof(name));
        }

        var id = AccountName.Id(name, AccountName.Default);
        services.AddSingleton(new Mark(name));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<ProviderAccountOptions>, AccountOptionsSetup>(p => new AccountOptionsSetup(BoundConfiguration.Of(p))));
        services.AddSingleton<IOptionsChangeTokenSource<ProviderAccountOptions>>(p => new ConfigurationChangeTokenSource<ProviderAccountOptions>(id, BoundConfiguration.Of(p) ?? (IConfiguration)new ConfigurationBuilder().Build()));
        services.AddSingleton(p => Register(p, name, id, create(p)));
    }

    private static ProviderRegistration Register(IServiceProvider services, string name, string id, IVideoProvider provider)
    {
        if (!string.Equals(provider.Descriptor.Id, id, StringComparison.Ordinal))
        {
            throw new InvalidConfigurationException($"The provider added as '{name}' describes itself as '{provider.Descriptor.Id}': give AddProvider and its Descriptor one name.");
        }

        var monitor = services.GetRequiredService<IOptionsMonitor<ProviderAccountOptions>>();
        return new ProviderRegistration(provider, () => monitor.Get(id)) { IsExplicit = true, HasOwnModel = true };
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]*$")]
    private static partial Regex Name();

    private sealed record Mark(string Provider);
}
