using VideoGen.Sdk.Assets;

namespace VideoGen.Sdk.Media.Running;

/// <summary>Finds the programs. FFMpegCore falls back to PATH without a word when its folder is wrong; this says so.</summary>
internal sealed class FfmpegBinaries(MediaOptions options)
{
    public string? Find(FfmpegTool tool)
    {
        var name = FileName(tool);
        var folders = options.FfmpegFolder is { } own ? [own] : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists) is { } found ? Path.GetFullPath(found) : null;
    }

    public string Require(FfmpegTool tool) => Find(tool) ?? throw new MediaException(Missing(tool));

    /// <summary>Why it cannot be used and what to do; null when both are there.</summary>
    public string? Fault() =>
        Find(FfmpegTool.Ffmpeg) is null ? Missing(FfmpegTool.Ffmpeg) : Find(FfmpegTool.Ffprobe) is null ? Missing(FfmpegTool.Ffprobe) : null;

    private string Missing(FfmpegTool tool) =>
        $"{Name(tool)} was not found {(options.FfmpegFolder is { } folder ? $"in '{folder}' ({MediaOptionsValidator.Section}:{nameof(MediaOptions.FfmpegFolder)})" : "on the PATH")}: "
        + $"install it, e.g. apt-get install ffmpeg, or set {MediaOptionsValidator.Section}:{nameof(MediaOptions.FfmpegFolder)} to the folder that holds it.";

    private static string FileName(FfmpegTool tool) => OperatingSystem.IsWindows() ? Name(tool) + ".exe" : Name(tool);

    private static string Name(FfmpegTool tool) => tool == FfmpegTool.Ffmpeg ? "ffmpeg" : "ffprobe";
}
