namespace VideoGen.Sdk.Media.Probing;

/// <summary>One stream as ffprobe writes it: most numbers are texts, and any field may be missing.</summary>
internal sealed record FfprobeStream
{
    public int Index { get; init; }

    public string? CodecType { get; init; }

    public string? CodecName { get; init; }

    public string? Profile { get; init; }

    public int Width { get; init; }

    public int Height { get; init; }

    public string? PixFmt { get; init; }

    public string? ColorRange { get; init; }

    public string? ColorSpace { get; init; }

    public string? ColorTransfer { get; init; }

    public string? FieldOrder { get; init; }

    public string? SampleAspectRatio { get; init; }

    /// <summary>The rate in which every frame time can be written, such as <c>30/1</c>.</summary>
    public string? RFrameRate { get; init; }

    /// <summary>Frames by time. Another value than <see cref="RFrameRate"/> means a variable rate.</summary>
    public string? AvgFrameRate { get; init; }

    public string? Duration { get; init; }

    public string? BitRate { get; init; }

    public string? SampleRate { get; init; }

    public int Channels { get; init; }

    // Settable, not init: source-generated reading would put null over the default where the field is missing.
    public IReadOnlyDictionary<string, int> Disposition { get; set; } = new Dictionary<string, int>();

    public IReadOnlyList<FfprobeSideData> SideDataList { get; set; } = [];

    public bool IsVideo => CodecType == "video" && Disposition.GetValueOrDefault("attached_pic") == 0;

    public bool IsAudio => CodecType == "audio";

    /// <summary>Degrees by which the picture is turned for display: 0, 90, 180 or 270.</summary>
    public int Rotation => (((SideDataList.FirstOrDefault(s => s.Rotation is not null)?.Rotation ?? 0) % 360) + 360) % 360;
}
