using Microsoft.Extensions.Configuration;
using VideoGen.Sdk;
using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Pika;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Pika.</summary>
public static class PikaExtensions
{
    private static readonly VendorRecipe<PikaOptions> Recipe = new()
    {
        Vendor = "pika",
        Validator = new PikaOptionsValidator(),
        Bind = static (section, options) => section.Bind(options),
        UseEnvironment = static (options, read) => options.ApiKey = string.IsNullOrWhiteSpace(options.ApiKey) ? read("PIKA_API_KEY") : options.ApiKey,
        Create = static (services, account, readOptions) =>
        {
            var clock = services.GetRequiredService<TimeProvider>();
            var http = VendorHttp.Create(services.GetRequiredService<IHttpClientFactory>(), "pika", () => readOptions().ToEndpoint(), clock);
            return (new PikaProvider(http, readOptions, clock, account), null);
        },
        DefaultRates = [new ProviderRate { Submissions = 5, Window = TimeSpan.FromMinutes(1) }],
    };

    /// <summary>Uses Pika's default account. A missing key then stops the start. Unless configured otherwise it submits at most 5 times a minute.</summary>
    public static IVideoGenerationBuilder AddPika(this IVideoGenerationBuilder builder, Action<PikaOptions>? configure = null) => builder.AddPika(AccountName.Default, configure);

    /// <summary>Uses a named account besides others; its section is <c>VideoGeneration:Providers:pika:Accounts:{account}</c>, and it takes no key from the environment.</summary>
    public static IVideoGenerationBuilder AddPika(this IVideoGenerationBuilder builder, string account, Action<PikaOptions>? configure = null)
    {
        builder.Services.AddVendorHttp("pika").AddVendorAccount(Recipe, account, configure);
        return builder;
    }

    /// <summary>What <c>AddVideoGeneration()</c> calls: the accounts that configuration knows, left out with a reason while they have no key.</summary>
    internal static IServiceCollection AddPikaVendor(this IServiceCollection services) => services.AddVendorHttp("pika").AddVendor(Recipe);
}
