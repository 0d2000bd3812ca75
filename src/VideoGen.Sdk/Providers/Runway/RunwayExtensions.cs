using Microsoft.Extensions.Configuration;
using VideoGen.Sdk;
using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Providers.Runway;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Runway.</summary>
public static class RunwayExtensions
{
    private static readonly VendorRecipe<RunwayOptions> Recipe = new()
    {
        Vendor = RunwayProvider.Name,
        Validator = new RunwayOptionsValidator(),
        Bind = static (section, options) => section.Bind(options),
        UseEnvironment = static (options, read) =>
            options.ApiKey = !string.IsNullOrWhiteSpace(options.ApiKey) ? options.ApiKey : read("RUNWAY_API_KEY") ?? read("RUNWAYML_API_SECRET"),
        DefaultRates = [new() { Submissions = 2, Window = TimeSpan.FromMinutes(1) }],
        Create = static (services, account, readOptions) =>
        {
            var clock = services.GetRequiredService<TimeProvider>();
            var http = VendorHttp.Create(services.GetRequiredService<IHttpClientFactory>(), RunwayProvider.Name, () => readOptions().ToEndpoint(), clock);
            return (new RunwayProvider(http, account, readOptions, clock, () => services.GetService<ModelCatalogue>() ?? ModelCatalogue.Embedded), null);
        },
    };

    /// <summary>Configures the default account of Runway and demands that it has a key.</summary>
    public static IVideoGenerationBuilder AddRunway(this IVideoGenerationBuilder builder, Action<RunwayOptions>? configure = null) => builder.AddRunway(AccountName.Default, configure);

    /// <summary>Adds a named account of Runway, such as <c>eu</c>, which is asked for as <c>runway/eu</c> and needs a key of its own.</summary>
    public static IVideoGenerationBuilder AddRunway(this IVideoGenerationBuilder builder, string account, Action<RunwayOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(account);
        builder.Services.AddVendorHttp(RunwayProvider.Name).AddVendorAccount(Recipe, account, configure);
        return builder;
    }

    internal static IServiceCollection AddRunwayVendor(this IServiceCollection services) => services.AddVendorHttp(RunwayProvider.Name).AddVendor(Recipe);
}
