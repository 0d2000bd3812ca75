using FFMpegCore;
using FFMpegCore.Arguments;
using static System.FormattableString;

namespace VideoGen.Sdk.Media.Running;

/// <summary>A file as an input of a command, behind the rules of its kind: local files only, and only formats that open no further file.</summary>
internal sealed class GuardedInput : IInputArgument
{
    private GuardedInput(MediaOptions options, string formats, string path, IEnumerable<string> before) => Text = CommandLine.Of(
    [
        "-protocol_whitelist", "file", "-format_whitelist", formats, "-max_pixels", Invariant($"{options.MaxPixels}"),
        .. options.Threads is { } most ? (string[])["-threads", Invariant($"{most}")] : [], .. before, "-i", LocalFile.Address(path),
    ]);

    public string Text { get; }

    /// <summary>A video.</summary>
    public static GuardedInput Video(MediaOptions options, string path, params IEnumerable<string> before) => new(options, InputRules.Formats, path, before);

    /// <summary>A still picture.</summary>
    public static GuardedInput Picture(MediaOptions options, string path, string format, params IEnumerable<string> before) => new(options, format, path, ["-f", format, .. before]);

    /// <summary>Music or speech; cover pictures in it are left alone.</summary>
    public static GuardedInput Sound(MediaOptions options, string path, params IEnumerable<string> before) => new(options, InputRules.SoundFormats, path, before);

    /// <summary>Subtitles that we wrote ourselves.</summary>
    public static GuardedInput Subtitles(MediaOptions options, string path) => new(options, "srt", path, ["-f", "srt"]);

    public void Pre(FFOptions ffOptions)
    {
    }

    public Task During(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public void Post()
    {
    }
}
