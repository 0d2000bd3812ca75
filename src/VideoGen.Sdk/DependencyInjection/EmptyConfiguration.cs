using Microsoft.Extensions.Configuration;

namespace VideoGen.Sdk.DependencyInjection;

/// <summary>Stands in where a container has no configuration, so that everything has one shape.</summary>
internal static class EmptyConfiguration
{
    public static IConfiguration Instance { get; } = new ConfigurationBuilder().Build();
}
