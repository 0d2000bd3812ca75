namespace VideoGen.Sdk.Media.Running;

/// <summary>One run of ffmpeg or ffprobe.</summary>
internal sealed record ToolCall
{
    public required FfmpegTool Tool { get; init; }

    /// <summary>The command line after the program's name; every outside path in it went through <see cref="CommandLine.Quote"/>.</summary>
    public required string Arguments { get; init; }

    /// <summary>Folder in which relative names are looked up: our own, with names that we made.</summary>
    public required string Folder { get; init; }

    /// <summary>Told the share done, when <see cref="Length"/> is known.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Playing time of what is written.</summary>
    public TimeSpan Length { get; init; }
}
