using FFMpegCore;
using FFMpegCore.Arguments;

namespace VideoGen.Sdk.Media.Running;

/// <summary>
/// The one writer of ffmpeg commands: FFMpegCore puts them together, every word goes through <see cref="CommandLine.Quote"/>, and every input brings the rules
/// of its kind with it. Words of others (titles, subtitles) never come here; they lie in files of the work folder.
/// </summary>
internal sealed class CommandWriter(MediaOptions options)
{
    private readonly List<IInputArgument> inputs = [];

    /// <summary>Adds an input.</summary>
    /// <returns>Its number, as maps and filter graphs name it.</returns>
    public int Add(IInputArgument input)
    {
        inputs.Add(input);
        return inputs.Count - 1;
    }

    /// <summary>The command that writes a file.</summary>
    public string Write(string path, params IEnumerable<string> arguments) => Write(LocalFile.Output(path), "error", arguments);

    /// <summary>The command that writes nothing and is run for what it prints.</summary>
    /// <param name="level">How much ffmpeg says on its error stream: <c>error</c> or <c>info</c>.</param>
    /// <param name="arguments">What is measured; ends with the format.</param>
    public string Measure(string level, params IEnumerable<string> arguments) => Write(new NoOutput(), level, arguments);

    private string Write(IOutputArgument output, string level, IEnumerable<string> arguments)
    {
        var threads = options.Threads is { } most ? FormattableString.Invariant($"{most}") : null;
        var all = FFMpegArguments.FromInput(inputs[0], o => o.WithCustomArgument(
            $"-hide_banner -nostdin -loglevel {level} {ToolProgress.Arguments}{(threads is null ? "" : $" -filter_threads {threads} -filter_complex_threads {threads}")}"));
        foreach (var input in inputs.Skip(1))
        {
            all.AddInput(input);
        }

        return all.OutputTo(output, o => o.WithCustomArgument(CommandLine.Of([.. threads is null ? [] : (string[])["-threads", threads], .. arguments, "-y"]))).Arguments;
    }
}
