using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using VideoGen.Sdk;
using VideoGen.Sdk.DependencyInjection;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers video generation.</summary>
public static class VideoGenerationServiceCollectionExtensions
{
    /// <summary>Section that is read: <c>VideoGeneration</c>.</summary>
    public const string SectionName = "VideoGeneration";

    /// <summary>Registers <see cref="IVideoGenerator"/> with in-memory stores and every default; configuration is read from the container's <see cref="IConfiguration"/>, where there is one.
    /// Calling it again adds nothing twice.</summary>
    public static IVideoGenerationBuilder AddVideoGeneration(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddLogging();
        services.AddOptions();
        services.TryAddSingleton(TimeProvider.System);
        OptionsRegistration.AddTo(services);
        EngineRegistration.AddTo(services);
        BuiltInVendors.AddTo(services);
        return new VideoGenerationBuilder(services);
    }

    /// <summary>The same with the configuration given: its <c>VideoGeneration</c> section is read.</summary>
    public static IVideoGenerationBuilder AddVideoGeneration(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton(configuration);
        return services.AddVideoGeneration();
    }
}
