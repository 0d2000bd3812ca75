using Microsoft.Extensions.Configuration;
using VideoGen.Sdk;
using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Kling;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Kling.</summary>
public static class KlingExtensions
{
    private static readonly VendorRecipe<KlingOptions> Recipe = new()
    {
        Vendor = "kling",
        Validator = new KlingOptionsValidator(),
        Bind = static (section, options) => section.Bind(options),
        UseEnvironment = static (options, read) =>
        {
            options.ApiKey = string.IsNullOrWhiteSpace(options.ApiKey) ? read("KLING_API_KEY") : options.ApiKey;
            options.AccessKey = string.IsNullOrWhiteSpace(options.AccessKey) ? read("KLING_ACCESS_KEY") : options.AccessKey;
            options.SecretKey = string.IsNullOrWhiteSpace(options.SecretKey) ? read("KLING_SECRET_KEY") : options.SecretKey;
        },
        Create = static (services, account, readOptions) =>
        {
            var clock = services.GetRequiredService<TimeProvider>();
            var http = VendorHttp.Create(services.GetRequiredService<IHttpClientFactory>(), "kling", () => readOptions().ToEndpoint(), clock);
            return (new KlingProvider(http, readOptions, clock, account), new KlingCallback(readOptions, clock));
        },
        DefaultRates = [new ProviderRate { Submissions = 10, Window = TimeSpan.FromDays(1) }],

        // The smallest pack that was seen; a task holds its slot from submit to its end.
        DefaultMaxConcurrent = 5,
    };

    /// <summary>Uses Kling's default account. A missing key then stops the start. Unless configured otherwise it submits at most 10 times a day.</summary>
    public static IVideoGenerationBuilder AddKling(this IVideoGenerationBuilder builder, Action<KlingOptions>? configure = null) => builder.AddKling(AccountName.Default, configure);

    /// <summary>Uses a named account besides others; its section is <c>VideoGeneration:Providers:kling:Accounts:{account}</c>, and it takes no key from the environment.</summary>
    public static IVideoGenerationBuilder AddKling(this IVideoGenerationBuilder builder, string account, Action<KlingOptions>? configure = null)
    {
        builder.Services.AddVendorHttp("kling").AddVendorAccount(Recipe, account, configure);
        return builder;
    }

    /// <summary>What <c>AddVideoGeneration()</c> calls: the accounts that configuration knows, left out with a reason while they have no key.</summary>
    internal static IServiceCollection AddKlingVendor(this IServiceCollection services) => services.AddVendorHttp("kling").AddVendor(Recipe);
}
