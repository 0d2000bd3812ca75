using Microsoft.Extensions.Configuration;
using VideoGen.Sdk;
using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Providers.HeyGen;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers HeyGen.</summary>
public static class HeyGenExtensions
{
    private static readonly VendorRecipe<HeyGenOptions> Recipe = new()
    {
        Vendor = "heygen",
        Validator = new HeyGenOptionsValidator(),
        Bind = static (section, options) => section.Bind(options),
        UseEnvironment = static (options, read) => options.ApiKey = string.IsNullOrWhiteSpace(options.ApiKey) ? read("HEYGEN_API_KEY") : options.ApiKey,
        Create = static (services, account, readOptions) =>
        {
            var clock = services.GetRequiredService<TimeProvider>();
            var http = VendorHttp.Create(services.GetRequiredService<IHttpClientFactory>(), "heygen", () => readOptions().ToEndpoint(), clock);

            // Read when it is needed: a catalogue that cannot be read is one fault among all that are said at start.
            return (new HeyGenProvider(http, readOptions, clock, account, () => services.GetService<ModelCatalogue>() ?? ModelCatalogue.Embedded), new HeyGenCallback(readOptions, clock));
        },
        DefaultRates = [new ProviderRate { Submissions = 1, Window = TimeSpan.FromMinutes(1) }],
    };

    /// <summary>Uses HeyGen's default account. A missing key then stops the start. Unless configured otherwise it submits at most once a minute.</summary>
    public static IVideoGenerationBuilder AddHeyGen(this IVideoGenerationBuilder builder, Action<HeyGenOptions>? configure = null) => builder.AddHeyGen(AccountName.Default, configure);

    /// <summary>Uses a named account besides others; its section is <c>VideoGeneration:Providers:heygen:Accounts:{account}</c>, and it takes no key from the environment.</summary>
    public static IVideoGenerationBuilder AddHeyGen(this IVideoGenerationBuilder builder, string account, Action<HeyGenOptions>? configure = null)
    {
        builder.Services.AddVendorHttp("heygen").AddVendorAccount(Recipe, account, configure);
        return builder;
    }

    /// <summary>What <c>AddVideoGeneration()</c> calls: the accounts that configuration knows, left out with a reason while they have no key.</summary>
    internal static IServiceCollection AddHeyGenVendor(this IServiceCollection services) => services.AddVendorHttp("heygen").AddVendor(Recipe);
}
