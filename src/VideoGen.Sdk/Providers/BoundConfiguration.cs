using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace VideoGen.Sdk.Providers;

/// <summary>Where options are bound from: the container's configuration with both spellings in one section. Other packages ask for it by its key.</summary>
internal static class BoundConfiguration
{
    /// <summary>The section's name, and the key under which the container holds the configuration that has it.</summary>
    public const string Section = "VideoGeneration";

    /// <summary>The configuration to bind from; null where the container has none.</summary>
    public static IConfiguration? Of(IServiceProvider services) => services.GetService<IConfiguration>() is { } own ? services.GetKeyedService<IConfiguration>(Section) ?? own : null;
}
