using VideoGen.Sdk.Assets;

namespace VideoGen.Sdk.Media.Running;

/// <summary>Tells files apart by their first bytes; the name may lie.</summary>
internal static class FileKinds
{
    /// <exception cref="MediaException">It cannot be read, is empty or larger than is allowed.</exception>
    public static FileKind Of(string path, MediaOptions options)
    {
        var name = Path.GetFileName(path);
        Span<byte> head = stackalloc byte[12];
        int read;
        long length;
        try
        {
            using var file = File.OpenRead(path);
            length = file.Length;
            read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaException($"'{name}' cannot be read: {e.Message}", e) { IsInputFault = e is FileNotFoundException or DirectoryNotFoundException };
        }

        return read == 0 ? throw new MediaException($"'{name}' is empty.") { IsInputFault = true }
            : length > options.MaxInputMegabytes * 1_000_000L ? throw new MediaException($"'{name}' has {length / 1_000_000} MB, more than {MediaOptionsValidator.Section}:{nameof(MediaOptions.MaxInputMegabytes)} allows.") { IsInputFault = true }
            : read < head.Length ? FileKind.Unknown
            : Of(head);
    }

    private static FileKind Of(ReadOnlySpan<byte> head) =>
        IsMp4(head[4..8]) ? FileKind.Mp4
        : head.StartsWith<byte>([0x1A, 0x45, 0xDF, 0xA3]) ? FileKind.Matroska
        : head.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? FileKind.Png
        : head.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? FileKind.Jpeg
        : head.StartsWith("RIFF"u8) ? head[8..].SequenceEqual("WEBP"u8) ? FileKind.WebP : head[8..].SequenceEqual("WAVE"u8) ? FileKind.Sound : FileKind.Unknown
        : head.StartsWith("ID3"u8) || head.StartsWith("fLaC"u8) || head.StartsWith("OggS"u8) || (head[0] == 0xFF && (head[1] & 0xE0) == 0xE0) ? FileKind.Sound
        : FileKind.Unknown;

    private static bool IsMp4(ReadOnlySpan<byte> type) => type.SequenceEqual("ftyp"u8) || type.SequenceEqual("moov"u8) || type.SequenceEqual("mdat"u8)
        || type.SequenceEqual("free"u8) || type.SequenceEqual("wide"u8) || type.SequenceEqual("skip"u8);
}
