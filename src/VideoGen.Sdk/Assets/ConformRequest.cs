using VideoGen.Sdk.Platforms;

namespace VideoGen.Sdk.Assets;

/// <summary>Which file to fit to what.</summary>
public sealed record ConformRequest
{
    /// <summary>Local file to read.</summary>
    public required string InputPath { get; init; }

    /// <summary>Local file to write; not there yet.</summary>
    public required string OutputPath { get; init; }

    /// <summary>The platform's rules; null with <see cref="Format"/> alone.</summary>
    public PlatformSpecs? Platform { get; init; }

    /// <summary>An exact picture that overrides the platform's.</summary>
    public VideoFormat? Format { get; init; }

    /// <summary>Whether a file that fits already is copied to <see cref="OutputPath"/>, byte for byte. Default false: then nothing is written. Without the media package nothing ever is.</summary>
    public bool AlwaysWrite { get; init; }
}
