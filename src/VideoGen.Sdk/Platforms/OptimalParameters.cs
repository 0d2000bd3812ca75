namespace VideoGen.Sdk.Platforms;

/// <summary>What to aim at on a platform.</summary>
public sealed record OptimalParameters
{
    /// <summary>Length in seconds.</summary>
    public required int Duration { get; init; }

    /// <summary>Shape.</summary>
    public required AspectRatio AspectRatio { get; init; }

    /// <summary>Pixels across.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels down.</summary>
    public required int Height { get; init; }

    /// <summary>Container, such as <c>mp4</c>.</summary>
    public string Format { get; init => field = value ?? "mp4"; } = "mp4";

    /// <summary>Frames per second.</summary>
    public int Fps { get; init => field = value > 0 ? value : 30; } = 30;
}
