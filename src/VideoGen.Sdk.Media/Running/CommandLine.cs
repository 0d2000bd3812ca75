using System.Text;

namespace VideoGen.Sdk.Media.Running;

/// <summary>
/// One argument string for FFMpegCore and <see cref="System.Diagnostics.ProcessStartInfo.Arguments"/>. FFMpegCore puts quotes around a path but does not
/// escape those inside, so that a path with a quote could add arguments; here it cannot.
/// </summary>
internal static class CommandLine
{
    public static string Of(params IEnumerable<string> arguments) => string.Join(' ', arguments.Select(Quote));

    /// <summary>The rules by which .NET (on every system) and the C runtime split: backslashes count only before a quote.</summary>
    public static string Quote(string argument)
    {
        if (argument.Length > 0 && argument.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or '=' or '+' or ','))
        {
            return argument;
        }

        var text = new StringBuilder(argument.Length + 2).Append('"');
        var backslashes = 0;
        foreach (var c in argument)
        {
            if (c == '\\')
            {
                backslashes++;
                continue;
            }

            text.Append('\\', c == '"' ? (backslashes * 2) + 1 : backslashes).Append(c);
            backslashes = 0;
        }

        return text.Append('\\', backslashes * 2).Append('"').ToString();
    }
}
