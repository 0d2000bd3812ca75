using VideoGen.Sdk.Assets;

namespace VideoGen.Sdk.Media.Running;

/// <summary>Turns what ffmpeg wrote on its error stream into one sentence.</summary>
internal static class ToolFailure
{
    private static readonly (string Sign, string Sentence, bool IsInputFault)[] Known =
    [
        ("No space left on device", "the disk is full: free some space or move the output folder", false),
        ("Disk quota exceeded", "the disk quota is used up: free some space or move the output folder", false),
        ("Permission denied", "a file may not be read or written: check the rights of the folder", false),
        ("Cannot allocate memory", $"it needs more memory than there is or {MediaOptionsValidator.Section}:{nameof(MediaOptions.MaxMemoryMegabytes)} allows", false),
        ("Resource temporarily unavailable", $"it needs more memory or threads than there are or {MediaOptionsValidator.Section}:{nameof(MediaOptions.MaxMemoryMegabytes)} allows", false),
        ("Error while opening encoder", $"the encoder cannot be started: it may need more memory than {MediaOptionsValidator.Section}:{nameof(MediaOptions.MaxMemoryMegabytes)} allows", false),
        ("Unknown encoder", "this ffmpeg lacks the encoder: install a full build with libx264 and aac", false),
        ("No such filter", "this ffmpeg lacks a filter: install a full build of version 5.1 or later", false),
        ("Unrecognized option", "this ffmpeg is too old: install version 5.1 or later", false),
        ("moov atom not found", "the file is cut off or not finished", true),
        ("not on whitelist", "the file is a playlist or of another kind that is not opened (MP4, MOV, MKV and WebM are)", true),
        ("Invalid data found", "the file is corrupt or not a video", true),
        ("does not contain any stream", "the file holds no video", true),
        ("matches no streams", "the file holds no video", true),
        ("Error while decoding", "the file is corrupt", true),
        ("exceeds", "the picture is larger than is allowed", true),
    ];

    public static MediaException For(string work, ToolOutput output)
    {
        foreach (var (sign, sentence, isInputFault) in Known)
        {
            if (output.Errors.Any(line => line.Contains(sign, StringComparison.OrdinalIgnoreCase)))
            {
                return new MediaException($"{work} failed: {sentence}.") { IsInputFault = isInputFault };
            }
        }

        return new MediaException(FormattableString.Invariant($"{work} failed: ffmpeg ended with exit code {output.ExitCode}{LastLine(output)}."));
    }

    /// <summary>ffmpeg's own last words, short: they may name files but never a prompt, which reaches it in files only.</summary>
    private static string LastLine(ToolOutput output) =>
        output.Errors.LastOrDefault(line => !string.IsNullOrWhiteSpace(line)) is { } line ? $" ({line.Trim().TrimEnd('.')[..Math.Min(160, line.Trim().TrimEnd('.').Length)]})" : "";
}
