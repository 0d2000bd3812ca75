using Microsoft.Extensions.Configuration;
using VideoGen.Sdk;
using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Fal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers fal.</summary>
public static class FalExtensions
{
    private static readonly VendorRecipe<FalOptions> Recipe = new()
    {
        Vendor = "fal",
        Bind = static (section, options) => section.Bind(options),
        UseEnvironment = static (options, read) => options.ApiKey = string.IsNullOrWhiteSpace(options.ApiKey) ? read("FAL_KEY") : options.ApiKey,
        Create = static (services, account, readOptions) =>
        {
            var clock = services.GetRequiredService<TimeProvider>();
            var factory = services.GetRequiredService<IHttpClientFactory>();
            var http = VendorHttp.Create(factory, "fal", () => readOptions().ToEndpoint(), clock);
            var keySetHttp = VendorHttp.Create(factory, "fal", () => readOptions().ToKeySetEndpoint(), clock);
            var verifier = services.GetService<ISignatureVerifier>();
            return (
                new FalProvider(http, readOptions, clock, account, verifier is not null),
                new FalCallback(new FalKeySet(keySetHttp, readOptions, clock), verifier, clock, readOptions));
        },
    };

    /// <summary>Uses fal's default account. A missing key then stops the start.</summary>
    public static IVideoGenerationBuilder AddFal(this IVideoGenerationBuilder builder, Action<FalOptions>? configure = null) => builder.AddFal(AccountName.Default, configure);

    /// <summary>Uses a named account besides others; its section is <c>VideoGeneration:Providers:fal:Accounts:{account}</c>, and it takes no key from the environment.</summary>
    public static IVideoGenerationBuilder AddFal(this IVideoGenerationBuilder builder, string account, Action<FalOptions>? configure = null)
    {
        builder.Services.AddVendorHttp("fal").AddVendorAccount(Recipe, account, configure);
        return builder;
    }

    /// <summary>What <c>AddVideoGeneration()</c> calls: the accounts that configuration knows, left out with a reason while they have no key.</summary>
    internal static IServiceCollection AddFalVendor(this IServiceCollection services) => services.AddVendorHttp("fal").AddVendor(Recipe);
}
