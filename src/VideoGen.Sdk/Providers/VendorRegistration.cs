using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.Providers;

/// <summary>Registers the accounts of a vendor, the same way for all vendors.</summary>
internal static class VendorRegistration
{
    /// <summary>Registers a vendor's default account and those that configuration names. They are left out with a reason while they have no key.</summary>
    public static IServiceCollection AddVendor<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>(this IServiceCollection services, VendorRecipe<TOptions> recipe)
        where TOptions : class, new()
    {
        if (services.Any(s => s.ImplementationInstance is VendorMark mark && mark.Vendor == recipe.Vendor))
        {
            return services;
        }

        services.AddSingleton(new VendorMark(recipe.Vendor));
        services.AddSingleton(VendorKeys.Of<TOptions>(recipe.Vendor));
        services.AddOptions();
        services.AddSingleton<IProviderSource>(p => new VendorAccounts<TOptions>(recipe, p));
        services.AddSingleton<IConfigureOptions<TOptions>>(p => new VendorOptionsSetup<TOptions>(recipe, BoundConfiguration.Of(p)));
        services.AddSingleton<IPostConfigureOptions<TOptions>>(p => new VendorOptionsSetup<TOptions>(recipe, BoundConfiguration.Of(p)));
        if (recipe.Validator is { } validator)
        {
            services.AddSingleton(validator);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<ProviderAccountOptions>, AccountOptionsSetup>(p => new AccountOptionsSetup(BoundConfiguration.Of(p))));
        services.TryAddSingleton(p => new ProviderRegistry(p.GetServices<ProviderRegistration>(), p.GetServices<IProviderSource>()));
        return services;
    }

    /// <summary>Registers an account by a call of the app's own, so that a missing key stops the start.</summary>
    public static IServiceCollection AddVendorAccount<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>(this IServiceCollection services, VendorRecipe<TOptions> recipe, string account, Action<TOptions>? configure)
        where TOptions : class, new()
    {
        services.AddVendor(recipe);
        if (configure is not null)
        {
            services.Configure(AccountName.Id(recipe.Vendor, account), configure);
        }

        return services.AddSingleton(p => VendorAccounts<TOptions>.Register(recipe, p, account) with { IsExplicit = true });
    }

    private sealed record VendorMark(string Vendor);
}
