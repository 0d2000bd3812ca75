using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace VideoGen.Sdk.Providers;

/// <summary>The default account of a vendor and every one that configuration names.</summary>
internal sealed class VendorAccounts<TOptions> : IProviderSource, IDisposable
    where TOptions : class, new()
{
    private readonly IDisposable? reload;

    public VendorAccounts(VendorRecipe<TOptions> recipe, IServiceProvider services)
    {
        var configuration = BoundConfiguration.Of(services);
        var named = configuration?.GetSection(AccountName.ListOf(recipe.Vendor)).GetChildren().Select(c => c.Key.ToLowerInvariant()) ?? [];
        Registrations = [.. named.Prepend(AccountName.Default).Distinct().Select(a => Register(recipe, services, a))];

        // Change tokens of the options framework belong to one name each, and these names are not known when services are registered.
        var vendorOptions = services.GetRequiredService<IOptionsMonitorCache<TOptions>>();
        var accountOptions = services.GetRequiredService<IOptionsMonitorCache<ProviderAccountOptions>>();
        reload = configuration is null ? null : ChangeToken.OnChange(configuration.GetReloadToken, () =>
        {
            vendorOptions.Clear();
            accountOptions.Clear();
        });
    }

    public IReadOnlyList<ProviderRegistration> Registrations { get; }

    public static ProviderRegistration Register(VendorRecipe<TOptions> recipe, IServiceProvider services, string account)
    {
        var id = AccountName.Id(recipe.Vendor, account);
        var vendorOptions = services.GetRequiredService<IOptionsMonitor<TOptions>>();
        var accountOptions = services.GetRequiredService<IOptionsMonitor<ProviderAccountOptions>>();
        var (provider, callback) = recipe.Create(services, account, () => vendorOptions.Get(id));
        return new ProviderRegistration(provider, () => accountOptions.Get(id)) { Callback = callback, DefaultRates = recipe.DefaultRates, DefaultMaxConcurrent = recipe.DefaultMaxConcurrent };
    }

    public void Dispose() => reload?.Dispose();
}
