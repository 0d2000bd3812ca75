using Microsoft.Extensions.Configuration;

namespace VideoGen.Sdk.Providers;

/// <summary>Lays what is written in snake_case under the section that options are bound from. A key that is written in that section itself wins.</summary>
internal sealed class SnakeCaseSource(IConfiguration configuration) : IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => new SnakeCaseValues(configuration);

    /// <summary>The app's configuration with both spellings in one section.</summary>
    public static IConfiguration Over(IConfiguration configuration) => new ConfigurationBuilder().Add(new SnakeCaseSource(configuration)).Build();
}
