using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Platforms;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Routing;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.DependencyInjection;

/// <summary>Binds every options class to its section, where the container has a configuration, and validates all of them at start.</summary>
internal static class OptionsRegistration
{
    private const string Root = VideoGenerationServiceCollectionExtensions.SectionName;

    public static void AddTo(IServiceCollection services)
    {
        if (services.Any(s => s.ServiceType == typeof(OptionsMark)))
        {
            return;
        }

        services.AddSingleton<OptionsMark>();
        services.TryAddKeyedSingleton<IConfiguration>(BoundConfiguration.Section, (p, _) => BoundConfiguration.WrittenOf(p) is { } own ? SnakeCaseSource.Over(own) : EmptyConfiguration.Instance);
        services.TryAddSingleton(p => new ConfigurationPaths(BoundConfiguration.WrittenOf(p)));
        Bind<RoutingOptions>(services, Root, (section, options) => section.Bind(options));
        Bind<WorkflowOptions>(services, Root, (section, options) => section.Bind(options));
        Bind<ContentOptions>(services, $"{Root}:Content", (section, options) => section.Bind(options));
        Bind<BudgetOptions>(services, $"{Root}:Budget", (section, options) => section.Bind(options));
        Bind<AnalyticsOptions>(services, $"{Root}:Analytics", (section, options) => section.Bind(options));
        Bind<AssetOptions>(services, $"{Root}:Assets", (section, options) => section.Bind(options));
        Bind<CatalogueOptions>(services, $"{Root}:Catalogue", (section, options) => section.Bind(options));
        Bind<PlatformOptions>(services, $"{Root}:Catalogue", (section, options) => section.Bind(options));
        Bind<CallbackOptions>(services, $"{Root}:Webhooks", (section, options) => section.Bind(options));
        Bind<VideoWorkerOptions>(services, $"{Root}:Worker", (section, options) => section.Bind(options));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<VideoWorkerOptions>, VideoWorkerOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RoutingOptions>, RoutingOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WorkflowOptions>, WorkflowOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ContentOptions>, ContentOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BudgetOptions>, BudgetOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AnalyticsOptions>, AnalyticsOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AssetOptions>, AssetOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CatalogueOptions>, CatalogueOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PlatformOptions>, CatalogueOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CallbackOptions>, CallbackOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ProviderAccountOptions>, ProviderAccountOptionsValidator>());
        services.AddOptions<ConfigurationShape>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ConfigurationShape>, UnknownKeyValidator>());
    }

    // The lambda keeps the call to Bind typed, which the AOT-safe binding generator needs.
    private static void Bind<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>(IServiceCollection services, string path, Action<IConfiguration, T> bind)
        where T : class
    {
        services.AddOptions<T>().ValidateOnStart();
        services.AddSingleton<IConfigureOptions<T>>(p => new ConfigureNamedOptions<T>(Options.DefaultName, options =>
        {
            if (BoundConfiguration.Of(p) is { } configuration)
            {
                SectionReading.Read(Options.DefaultName, typeof(T), () => bind(configuration.GetSection(path), options));
            }
        }));
        services.AddSingleton<IOptionsChangeTokenSource<T>>(p => new ConfigurationChangeTokenSource<T>(BoundConfiguration.Of(p)?.GetSection(path) ?? EmptyConfiguration.Instance));
    }

    private sealed class OptionsMark;
}
