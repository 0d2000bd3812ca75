using Microsoft.Extensions.Configuration;
using VideoGen.Sdk;
using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.OpenAICompatible;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers gateways that speak OpenAI's videos API.</summary>
public static class OpenAICompatibleExtensions
{
    private static readonly VendorRecipe<OpenAICompatibleOptions> Recipe = new()
    {
        Vendor = OpenAICompatibleProvider.Name,
        Validator = new OpenAICompatibleOptionsValidator(),
        Bind = static (section, options) => section.Bind(options),
        UseEnvironment = static (options, read) => options.ApiKey = !string.IsNullOrWhiteSpace(options.ApiKey) ? options.ApiKey : read("OPENAI_API_KEY"),
        Create = static (services, account, readOptions) =>
        {
            var clock = services.GetRequiredService<TimeProvider>();
            var http = VendorHttp.Create(services.GetRequiredService<IHttpClientFactory>(), OpenAICompatibleProvider.Name, () => readOptions().ToEndpoint(), clock);
            return (new OpenAICompatibleProvider(http, account, readOptions, clock), new OpenAICompatibleCallback(readOptions));
        },
    };

    /// <summary>Configures the default gateway and demands that it has a key and a base URL.</summary>
    public static IVideoGenerationBuilder AddOpenAICompatible(this IVideoGenerationBuilder builder, Action<OpenAICompatibleOptions>? configure = null) =>
        builder.AddOpenAICompatible(AccountName.Default, configure);

    /// <summary>Adds a named gateway, such as <c>litellm</c>, which is asked for as <c>openai/litellm</c> and needs a key and a base URL of its own.</summary>
    public static IVideoGenerationBuilder AddOpenAICompatible(this IVideoGenerationBuilder builder, string account, Action<OpenAICompatibleOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(account);
        builder.Services.AddVendorHttp(OpenAICompatibleProvider.Name).AddVendorAccount(Recipe, account, configure);
        return builder;
    }

    internal static IServiceCollection AddOpenAICompatibleVendor(this IServiceCollection services) =>
        services.AddVendorHttp(OpenAICompatibleProvider.Name).AddVendor(Recipe);
}
