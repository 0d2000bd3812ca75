using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using VideoGen.Sdk;
using VideoGen.Sdk.DependencyInjection;
using VideoGen.Sdk.Providers;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers video generation.</summary>
public static class VideoGenerationServiceCollectionExtensions
{
    /// <summary>
    /// Section that is read: <c>VideoGeneration</c>. Also the key of the <see cref="IConfiguration"/> that packages ask the container for to bind their options: there the
    /// sections <c>video_generation</c> and <c>content</c>, written in snake_case, are read as parts of it.
    /// </summary>
    public const string SectionName = "VideoGeneration";

    /// <summary>Registers <see cref="IVideoGenerator"/> with in-memory stores and every default; configuration is read from the container's <see cref="IConfiguration"/>, where there is one.
    /// Calling it again adds nothing twice.</summary>
    public static IVideoGenerationBuilder AddVideoGeneration(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddLogging();
        services.AddMetrics();
        services.AddOptions();
        services.TryAddSingleton(TimeProvider.System);
        OptionsRegistration.AddTo(services);
        EngineRegistration.AddTo(services);
        BuiltInVendors.AddTo(services);
        return new VideoGenerationBuilder(services);
    }

    /// <summary>The same with the configuration given: its section <c>VideoGeneration</c> is read, and <c>video_generation</c> and <c>content</c> in snake_case. A key in both is taken from <c>VideoGeneration</c>.
    /// It wins over a configuration that the container has already, such as a host's.</summary>
    public static IVideoGenerationBuilder AddVideoGeneration(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton(configuration);
        services.TryAddKeyedSingleton(BoundConfiguration.Given, configuration);
        return services.AddVideoGeneration();
    }
}
