using VideoGen.Sdk.Assets;

namespace VideoGen.Sdk.Media.Running;

/// <summary>What holds for every file that is opened: it may come from anyone.</summary>
internal static class InputRules
{
    /// <summary>Playlists, which open further files, are not among them.</summary>
    public const string Formats = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm";

    /// <summary>Sound alone, or the sound of a video.</summary>
    public const string SoundFormats = Formats + ",mp3,wav,flac,ogg,aac";

    /// <summary>What ffprobe gets.</summary>
    public static string Arguments(MediaOptions options, string formats = Formats) =>
        FormattableString.Invariant($"-protocol_whitelist file -format_whitelist {formats} -max_pixels {options.MaxPixels}");

    /// <summary>Looks at size and first bytes before any decoder does.</summary>
    /// <exception cref="MediaException">There is no such file, it is too large, or it is no MP4, MOV, Matroska or WebM.</exception>
    public static void CheckBeginning(string path, MediaOptions options)
    {
        var kind = FileKinds.Of(path, options);
        if (kind is not (FileKind.Mp4 or FileKind.Matroska))
        {
            throw new MediaException($"'{Path.GetFileName(path)}' is not a video of a known kind (MP4, MOV, MKV or WebM).") { IsInputFault = true };
        }
    }

    /// <summary>The demuxer of a still picture.</summary>
    /// <exception cref="MediaException">It is no PNG, JPEG or WebP.</exception>
    public static string PictureFormat(string path, MediaOptions options) => FileKinds.Of(path, options) switch
    {
        FileKind.Png => "png_pipe",
        FileKind.Jpeg => "jpeg_pipe",
        FileKind.WebP => "webp_pipe",
        _ => throw new MediaException($"'{Path.GetFileName(path)}' is not a picture of a known kind (PNG, JPEG or WebP).") { IsInputFault = true },
    };

    /// <exception cref="MediaException">It holds no sound of a known kind.</exception>
    public static void CheckSound(string path, MediaOptions options)
    {
        if (FileKinds.Of(path, options) is not (FileKind.Mp4 or FileKind.Matroska or FileKind.Sound))
        {
            throw new MediaException($"'{Path.GetFileName(path)}' is not sound of a known kind (MP3, M4A, AAC, WAV, FLAC or OGG).") { IsInputFault = true };
        }
    }
}
