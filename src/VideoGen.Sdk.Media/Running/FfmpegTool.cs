namespace VideoGen.Sdk.Media.Running;

/// <summary>Which of the two programs.</summary>
internal enum FfmpegTool
{
    Ffmpeg,
    Ffprobe,
}
