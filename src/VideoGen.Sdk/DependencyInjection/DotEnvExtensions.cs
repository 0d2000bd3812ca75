using VideoGen.Sdk.DependencyInjection;

namespace Microsoft.Extensions.Configuration;

/// <summary>Reads keys from a <c>.env</c> file.</summary>
public static class DotEnvExtensions
{
    /// <summary>
    /// Adds the names of a <c>.env</c> file, such as <c>KLING_API_KEY</c>, <c>PIKA_API_KEY</c>, <c>RUNWAY_API_KEY</c>, <c>HEYGEN_API_KEY</c> and <c>OPENAI_API_KEY</c>, to the
    /// configuration. The real environment wins: a name that the process has there with a value is not taken from the file, wherever in the order of sources this stands.
    /// Two underscores in a name make a section (<c>VideoGeneration__Budget__DailyLimitUsd</c>). The file never reaches the process's environment, and no message holds a value. It is read
    /// when the configuration is built, and again by <see cref="IConfigurationRoot.Reload"/>.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="path">The file; relative to the working folder.</param>
    /// <param name="optional">Whether a missing file is no fault. Default true.</param>
    /// <exception cref="FileNotFoundException">When the configuration is built: the file is missing and not optional.</exception>
    /// <exception cref="FormatException">When the configuration is built: the file cannot be read, or one of its lines is no NAME=value, no comment and not blank; the message names the file and the line by its number, and holds no value.</exception>
    public static IConfigurationBuilder AddDotEnvFile(this IConfigurationBuilder builder, string path = ".env", bool optional = true)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return builder.Add(new DotEnvSource(path, optional));
    }
}
