using VideoGen.Sdk.Assets;

namespace VideoGen.Sdk.Media.Conforming;

/// <summary>What a file shall be.</summary>
internal sealed record ConformTarget
{
    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>An exact rate; null allows all from <see cref="MinFramesPerSecond"/> to <see cref="MaxFramesPerSecond"/>.</summary>
    public decimal? FramesPerSecond { get; init; }

    public decimal MinFramesPerSecond { get; init; } = 1;

    public decimal MaxFramesPerSecond { get; init; } = 60;

    /// <summary>The rate to take where the input's own does not fit.</summary>
    public decimal FallbackFramesPerSecond { get; init; } = 30;

    public TimeSpan MinDuration { get; init; } = TimeSpan.Zero;

    public TimeSpan MaxDuration { get; init; } = TimeSpan.MaxValue;

    public long MaxBytes { get; init; } = long.MaxValue;

    /// <exception cref="MediaException">The request names neither a platform nor a format, or an impossible one.</exception>
    public static ConformTarget From(ConformRequest request)
    {
        var platform = request.Platform;
        var format = request.Format;
        var target = platform is not null
            ? new ConformTarget
            {
                Width = platform.Width,
                Height = platform.Height,
                MinFramesPerSecond = platform.MinFramesPerSecond,
                MaxFramesPerSecond = platform.MaxFramesPerSecond,
                FallbackFramesPerSecond = platform.Optimal.Fps,
                MinDuration = TimeSpan.FromSeconds(platform.MinDuration),
                MaxDuration = TimeSpan.FromSeconds(platform.MaxDuration),
                MaxBytes = platform.MaxFileBytes,
            }
            : format is not null
                ? new ConformTarget { Width = format.Width, Height = format.Height }
                : throw new MediaException("A platform or a format is needed to know what the file shall fit.");
        target = format is null ? target : target with { Width = format.Width, Height = format.Height, FramesPerSecond = format.FramesPerSecond };
        return target is { Width: >= 16 and <= 8192, Height: >= 16 and <= 8192 } && target.Width % 2 == 0 && target.Height % 2 == 0
            ? target
            : throw new MediaException($"Format: {target.Width}x{target.Height} cannot be made; both sides must be even and between 16 and 8192.");
    }

    /// <summary>The rate to encode at: the input's own where it fits, so that no frame is doubled or dropped without need.</summary>
    public decimal RateFor(decimal input, bool isConstant) =>
        FramesPerSecond ?? (isConstant && IsRateAllowed(input) ? input : FallbackFramesPerSecond);

    public bool IsRateAllowed(decimal rate) => FramesPerSecond is { } exact
        ? Math.Abs((rate / exact) - 1) < 0.002m
        : rate >= MinFramesPerSecond * 0.999m && rate <= MaxFramesPerSecond * 1.001m;
}
