namespace VideoGen.Sdk.Media.Thumbnails;

/// <summary>Which still to take of which video.</summary>
public sealed record StillRequest
{
    /// <summary>Local video to read.</summary>
    public required string InputPath { get; init; }

    /// <summary>Local file to write; one that is there is replaced once the new one is whole.</summary>
    public required string OutputPath { get; init; }

    /// <summary>What is shown. Default: the best frame.</summary>
    public Still Still { get; init => field = value ?? new Still.BestFrame(); } = new Still.BestFrame();

    /// <summary>How it is written; null goes by the name's ending (<c>.png</c>, <c>.webp</c>, else JPEG).</summary>
    public ImageFormat? Format { get; init; }

    /// <summary>Pixels across, 16 to 8192, the height follows; null keeps the video's own, for a contact sheet and a moving preview 1080 and 360. Of a contact sheet it is the whole sheet's.</summary>
    public int? Width { get; init; }

    /// <summary>Words over the picture, in any script that a font on the machine can write; null writes none. As large as they can be read in the middle of the picture.</summary>
    public string? Title { get; init; }
}
