namespace VideoGen.Sdk.Platforms;

/// <summary>What a platform demands of a file. A file outside is refused, cut or not eligible there.</summary>
public sealed record PlatformSpecs
{
    /// <summary>Id, such as <c>instagram/reels</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Shape.</summary>
    public required AspectRatio AspectRatio { get; init; }

    /// <summary>Pixels across.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels down.</summary>
    public required int Height { get; init; }

    /// <summary>Longest length in seconds.</summary>
    public required int MaxDuration { get; init; }

    /// <summary>Shortest length in seconds.</summary>
    public required int MinDuration { get; init; }

    /// <summary>Largest file in MB of 1,000,000 bytes.</summary>
    public required int MaxFileSizeMb { get; init; }

    /// <summary>Fewest frames per second.</summary>
    public decimal MinFramesPerSecond { get; init => field = value > 0m ? value : 23m; } = 23m;

    /// <summary>Most frames per second.</summary>
    public decimal MaxFramesPerSecond { get; init => field = value > 0m ? value : 60m; } = 60m;

    /// <summary>Largest file in bytes.</summary>
    public long MaxFileBytes => MaxFileSizeMb * 1_000_000L;

    /// <summary>What to aim at.</summary>
    public required OptimalParameters Optimal { get; init; }

    /// <summary>Where the facts come from.</summary>
    public string? Source { get; init; }

    /// <summary>The day on which they were read.</summary>
    public DateOnly? VerifiedOn { get; init; }

    /// <summary>What a number cannot say: where sources differ, and what was chosen.</summary>
    public IReadOnlyList<string> Notes { get; init => field = value ?? []; } = [];
}
