using FFMpegCore;
using FFMpegCore.Arguments;

namespace VideoGen.Sdk.Media.Running;

/// <summary>A local file as FFMpegCore's input or output, escaped and with the <c>file:</c> prefix, without which a name such as <c>http:x.mp4</c> is taken for an address.</summary>
internal sealed class LocalFile : IInputArgument, IOutputArgument
{
    private LocalFile(string text) => Text = text;

    public string Text { get; }

    public static LocalFile Input(string path) => new("-i " + CommandLine.Quote(Address(path)));

    public static LocalFile Output(string path) => new(CommandLine.Quote(Address(path)));

    public static string Address(string path) => "file:" + path;

    public void Pre(FFOptions ffOptions)
    {
    }

    public Task During(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public void Post()
    {
    }
}
