using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using VideoGen.Sdk;
using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Trends;
using VideoGen.Sdk.Trends.Prompts;
using VideoGen.Sdk.Trends.Sources;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds trends.</summary>
public static class TrendsBuilderExtensions
{
    /// <summary>
    /// Adds <see cref="TrendScout"/>, <see cref="ViralIntelligence"/> and an <see cref="IPromptWriter"/> of templates. Sources are those of <c>VideoGeneration:Trends:Sources</c> and every registered
    /// <see cref="ITrendSource"/>. Options are validated at start.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Changes the options after configuration.</param>
    public static IVideoGenerationBuilder AddTrends(this IVideoGenerationBuilder builder, Action<TrendOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (services.All(service => service.ServiceType != typeof(TrendScout)))
        {
            AddServices(services);
        }

        if (configure is not null)
        {
            services.Configure(configure);
        }

        return builder;
    }

    private static void AddServices(IServiceCollection services)
    {
        services.AddVendorHttp(LinkSource.HttpName);
        services.AddOptions<TrendOptions>()
            .Configure<IServiceProvider>((options, provider) => Read<TrendOptions>(() => ConfigurationOf(provider)?.GetSection(TrendOptionsValidator.Section).Bind(options)))
            .ValidateOnStart();
        services.AddOptions<ViralOptions>()
            .Configure<IServiceProvider>((options, provider) => Read<ViralOptions>(() => ConfigurationOf(provider)?.GetSection(ViralOptionsValidator.Section).Bind(options)))
            .ValidateOnStart();
        services.AddSingleton<IOptionsChangeTokenSource<TrendOptions>>(p => new ConfigurationChangeTokenSource<TrendOptions>(SectionOf(p, TrendOptionsValidator.Section)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TrendOptions>, TrendOptionsValidator>());
        services.AddSingleton<IOptionsChangeTokenSource<ViralOptions>>(p => new ConfigurationChangeTokenSource<ViralOptions>(SectionOf(p, ViralOptionsValidator.Section)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ViralOptions>, ViralOptionsValidator>());
        services.TryAddSingleton<IPromptWriter, TemplatePromptWriter>();
        services.AddSingleton(p => new ConfiguredSources(
            p.GetServices<ITrendSource>(), p.GetRequiredService<IOptionsMonitor<TrendOptions>>(), p.GetRequiredService<IHttpClientFactory>(), ConfigurationOf(p), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new ViralIntelligence(
            p.GetRequiredService<ITrendHistory>(), p.GetRequiredService<IEngagementStore>(), p.GetRequiredService<IOptionsMonitor<ViralOptions>>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new TrendScout(p.GetRequiredService<ConfiguredSources>(), p.GetRequiredService<ViralIntelligence>()));
    }

    // The core keeps one under this key in which both spellings of the sections are read.
    private static IConfiguration? ConfigurationOf(IServiceProvider services) => services.GetKeyedService<IConfiguration>("VideoGeneration") ?? services.GetService<IConfiguration>();

    private static IConfiguration SectionOf(IServiceProvider services, string path) => (IConfiguration?)ConfigurationOf(services)?.GetSection(path) ?? new ConfigurationBuilder().Build();

    // A value of the wrong kind is a fault among the others: the binder's own exception would hide them.
    private static void Read<T>(Action bind)
    {
        try
        {
            bind();
        }
        catch (InvalidOperationException e)
        {
            throw new OptionsValidationException(Options.Options.DefaultName, typeof(T), [$"{e.Message} Write a value of that kind, or leave the key out."]);
        }
    }
}
