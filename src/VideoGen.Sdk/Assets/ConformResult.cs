namespace VideoGen.Sdk.Assets;

/// <summary>What was done to a file, and why.</summary>
public sealed record ConformResult
{
    /// <summary>What was done. <see cref="ConformAction.Unchanged"/> means that no output file was written.</summary>
    public required ConformAction Action { get; init; }

    /// <summary>Each fault of the input that asked for it.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>The measured result; null without the media package.</summary>
    public MediaFacts? Facts { get; init; }

    /// <summary>Where the time went; null without the media package.</summary>
    public ConformTimings? Timings { get; init; }
}
