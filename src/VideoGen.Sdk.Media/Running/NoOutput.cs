using FFMpegCore;
using FFMpegCore.Arguments;

namespace VideoGen.Sdk.Media.Running;

/// <summary>No file: the run is for what it prints.</summary>
internal sealed class NoOutput : IOutputArgument
{
    public string Text => "-";

    public void Pre(FFOptions ffOptions)
    {
    }

    public Task During(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public void Post()
    {
    }
}
