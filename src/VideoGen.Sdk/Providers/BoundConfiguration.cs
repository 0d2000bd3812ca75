using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace VideoGen.Sdk.Providers;

/// <summary>Where options are bound from: the container's configuration with both spellings in one section. Other packages ask for it by its key.</summary>
internal static class BoundConfiguration
{
    /// <summary>The section's name, and the key under which the container holds the configuration that has it.</summary>
    public const string Section = "VideoGeneration";

    /// <summary>The key of a configuration that was handed over at registration.</summary>
    public const string Given = "VideoGeneration:given";

    /// <summary>The configuration to bind from; null where there is none.</summary>
    public static IConfiguration? Of(IServiceProvider services) => WrittenOf(services) is { } own ? services.GetKeyedService<IConfiguration>(Section) ?? own : null;

    /// <summary>The same as it was written: the one handed over at registration, else the container's. A host has one of its own, which must not win over what it was given.</summary>
    public static IConfiguration? WrittenOf(IServiceProvider services) => services.GetKeyedService<IConfiguration>(Given) ?? services.GetService<IConfiguration>();
}
