using VideoGen.Sdk.Assets;

namespace VideoGen.Sdk.Media.Thumbnails;

/// <summary>What a request for a still may ask.</summary>
internal static class StillRules
{
    /// <summary>The format to write.</summary>
    /// <exception cref="MediaException">The request asks what cannot be made.</exception>
    public static ImageFormat Check(StillRequest request)
    {
        var moves = request.Still is Still.MovingPreview;
        var format = request.Format ?? Path.GetExtension(request.OutputPath).ToUpperInvariant() switch
        {
            ".PNG" => ImageFormat.Png,
            ".WEBP" => ImageFormat.WebP,
            _ => moves ? ImageFormat.WebP : ImageFormat.Jpeg,
        };
        var fault = request.Width is < 16 or > 8192 ? $"Width is {request.Width}; write 16 to 8192."
            : !Enum.IsDefined(format) ? $"Format is {format}; write one of {string.Join(", ", Enum.GetNames<ImageFormat>())}."
            : moves && format != ImageFormat.WebP ? $"A moving preview cannot be {format}: write WebP."
            : request.Still switch
            {
                Still.FrameAt { Time: var time } when time < TimeSpan.Zero => "The time of a still cannot be below zero.",
                Still.ContactSheet sheet when sheet.Columns is < 1 or > 20 || sheet.Rows is < 1 or > 20 => $"A contact sheet of {sheet.Columns}x{sheet.Rows} cannot be made; write 1 to 20 columns and rows.",
                Still.MovingPreview p when p.From < TimeSpan.Zero || p.Length <= TimeSpan.Zero || p.Length > TimeSpan.FromSeconds(30) || p.FramesPerSecond is < 1 or > 30 =>
                    "A moving preview begins at zero or later, is at most 30 s long and has 1 to 30 frames a second.",
                _ => null,
            };
        return fault is null ? format : throw new MediaException(fault);
    }
}
