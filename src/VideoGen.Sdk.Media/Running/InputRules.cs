using VideoGen.Sdk.Assets;

namespace VideoGen.Sdk.Media.Running;

/// <summary>What holds for every file that is opened: it may come from anyone.</summary>
internal static class InputRules
{
    /// <summary>Playlists, which open further files, are not among them.</summary>
    public const string Formats = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm";

    public static string Arguments(MediaOptions options) =>
        FormattableString.Invariant($"-protocol_whitelist file -format_whitelist {Formats} -max_pixels {options.MaxPixels}");

    /// <summary>Looks at the first bytes before any decoder does.</summary>
    /// <exception cref="MediaException">There is no such file, or it is no MP4, MOV, Matroska or WebM.</exception>
    public static void CheckBeginning(string path)
    {
        var name = Path.GetFileName(path);
        Span<byte> head = stackalloc byte[12];
        int read;
        try
        {
            using var file = File.OpenRead(path);
            read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaException($"'{name}' cannot be read: {e.Message}", e) { IsInputFault = e is FileNotFoundException or DirectoryNotFoundException };
        }

        if (read == 0)
        {
            throw new MediaException($"'{name}' is empty.") { IsInputFault = true };
        }

        if (read < head.Length || !(IsMp4(head) || head.StartsWith<byte>([0x1A, 0x45, 0xDF, 0xA3])))
        {
            throw new MediaException($"'{name}' is not a video of a known kind (MP4, MOV, MKV or WebM).") { IsInputFault = true };
        }
    }

    private static bool IsMp4(ReadOnlySpan<byte> head) =>
        head[4..8] is var type && (type.SequenceEqual("ftyp"u8) || type.SequenceEqual("moov"u8) || type.SequenceEqual("mdat"u8)
            || type.SequenceEqual("free"u8) || type.SequenceEqual("wide"u8) || type.SequenceEqual("skip"u8));
}
