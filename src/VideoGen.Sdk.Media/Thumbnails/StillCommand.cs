using VideoGen.Sdk.Media.Conforming;
using VideoGen.Sdk.Media.Probing;
using VideoGen.Sdk.Media.Running;
using static System.FormattableString;

namespace VideoGen.Sdk.Media.Thumbnails;

/// <summary>Writes the command of a still.</summary>
internal sealed class StillCommand(MediaOptions options, Inspection file, StillRequest request, ImageFormat format)
{
    private const int SheetWidth = 1080;
    private const int PreviewWidth = 360;

    /// <summary>Pixels of what is written.</summary>
    public (int Width, int Height) Size { get; } = SizeOf(file, request);

    /// <param name="input">The video.</param>
    /// <param name="output">The picture.</param>
    /// <param name="at">The time of the (first) frame.</param>
    /// <param name="title">Filters of the title.</param>
    public string Write(string input, string output, TimeSpan at, string title)
    {
        var writer = new CommandWriter(options);
        writer.Add(GuardedInput.Video(options, input, Before(at)));
        return writer.Write(output, ["-map", Invariant($"0:{file.Video.Index}"), "-an", "-sn", "-dn", "-vf", Filters() + title + Pixels(), .. Codec(), "-map_metadata", "-1"]);
    }

    private string[] Before(TimeSpan at) => request.Still is Still.ContactSheet ? []
        : request.Still is Still.MovingPreview preview ? ["-ss", Seconds(at), "-t", Seconds(preview.Length)]
        : ["-ss", Seconds(at)];

    private string Filters()
    {
        var (w, h) = Size;
        var colour = ColourFilter.For(file.Video);
        return request.Still switch
        {
            // Half a step in, so that neither the black first frame nor the last is shown.
            Still.ContactSheet sheet => Invariant($"{colour}setpts=PTS-STARTPTS,fps={sheet.Columns * sheet.Rows}/{Math.Max(0.04, file.Duration.TotalSeconds):0.######}:start_time=0,")
                + Invariant($"scale={CellOf(w, sheet.Columns)}:{CellOf(h, sheet.Rows)}:flags=bicubic,setsar=1,tpad=stop_mode=clone:stop={sheet.Columns * sheet.Rows},tile={sheet.Columns}x{sheet.Rows}:padding=4:margin=4:color=0x181818"),
            Still.MovingPreview preview => Invariant($"{colour}fps={preview.FramesPerSecond},scale={w}:{h}:flags=bicubic,setsar=1"),
            _ => Invariant($"{colour}scale={w}:{h}:flags=bicubic,setsar=1"),
        };
    }

    private static int CellOf(int whole, int count) => Math.Max(2, (whole - (4 * (count + 1))) / count / 2 * 2);

    private string Pixels() => format switch
    {
        ImageFormat.Jpeg => ",scale=out_range=full,format=yuvj420p",
        ImageFormat.Png => ",format=rgb24",
        _ => ",format=yuv420p",
    };

    private IEnumerable<string> Codec() => (format, request.Still) switch
    {
        (_, Still.MovingPreview) => ["-c:v", "libwebp_anim", "-loop", "0", "-q:v", "65", "-f", "webp"],
        (ImageFormat.Jpeg, _) => ["-frames:v", "1", "-c:v", "mjpeg", "-q:v", "3", "-f", "mjpeg"],
        (ImageFormat.Png, _) => ["-frames:v", "1", "-c:v", "png", "-f", "image2pipe"],
        _ => ["-frames:v", "1", "-c:v", "libwebp", "-q:v", "82", "-f", "webp"],
    };

    private static (int Width, int Height) SizeOf(Inspection file, StillRequest request)
    {
        var shape = (double)(file.Width * file.PixelAspect) / file.Height;
        var width = request.Width ?? (request.Still is Still.ContactSheet ? SheetWidth : request.Still is Still.MovingPreview ? PreviewWidth : (int)Math.Round(file.Height * shape));
        shape = request.Still is Still.ContactSheet sheet ? shape * sheet.Columns / sheet.Rows : shape;
        return (Math.Max(2, width / 2 * 2), Math.Clamp((int)Math.Round(width / shape / 2) * 2, 2, 16_382));
    }

    private static string Seconds(TimeSpan time) => Invariant($"{time.TotalSeconds:0.######}");
}
