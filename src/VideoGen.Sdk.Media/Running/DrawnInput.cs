using FFMpegCore;
using FFMpegCore.Arguments;

namespace VideoGen.Sdk.Media.Running;

/// <summary>A picture or sound that ffmpeg makes itself from a filter graph of ours.</summary>
internal sealed class DrawnInput(string graph) : IInputArgument
{
    public string Text { get; } = "-f lavfi -i " + CommandLine.Quote(graph);

    public void Pre(FFOptions ffOptions)
    {
    }

    public Task During(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public void Post()
    {
    }
}
