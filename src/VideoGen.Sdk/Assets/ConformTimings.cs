namespace VideoGen.Sdk.Assets;

/// <summary>Where the time of fitting a file went.</summary>
public sealed record ConformTimings
{
    /// <summary>Measuring the input and the result.</summary>
    public TimeSpan Probe { get; init; }

    /// <summary>Measuring the loudness; zero when the sound was left alone.</summary>
    public TimeSpan Loudness { get; init; }

    /// <summary>Copying or encoding; zero when nothing was written.</summary>
    public TimeSpan Encode { get; init; }

    /// <summary>All of it, looking for what to cut included.</summary>
    public TimeSpan Total { get; init; }
}
