using VideoGen.Sdk.Assets;

namespace VideoGen.Sdk.Media.Running;

/// <summary>The one door to ffmpeg and ffprobe.</summary>
internal interface IToolRunner
{
    /// <summary>Runs to the end; whatever the exit code, the output comes back. No process outlives the call.</summary>
    /// <exception cref="MediaException">The program is missing or ran into the time limit.</exception>
    Task<ToolOutput> RunAsync(ToolCall call, CancellationToken cancellationToken);
}
