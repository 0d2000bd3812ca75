using System.Text.RegularExpressions;
using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.Logs;

/// <summary>A log message has an id of its own over all packages, and the manual of its package has a row for it with the same level: operators filter by these.</summary>
internal static partial class LogRule
{
    public static IEnumerable<(int Id, string Level, string Path)> Messages(IEnumerable<SourceFile> files) =>
        from file in files
        from Match match in Message().Matches(file.Text)
        select (int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), match.Groups[2].Value, file.Path);

    public static IEnumerable<string> Shared(IEnumerable<(int Id, string Level, string Path)> messages) =>
        messages.GroupBy(message => message.Id).Where(same => same.Count() > 1).Select(same => $"{same.Key} is used in {string.Join(" and ", same.Select(message => message.Path))}");

    public static IEnumerable<string> Untold(IEnumerable<(int Id, string Level, string Path)> messages, Func<string, string> manualOf) =>
        messages.Where(message => !manualOf(message.Path).Contains($"| {message.Id} | {message.Level} |", StringComparison.Ordinal)).Select(message => $"{message.Path}: the manual has no row for {message.Id}, {message.Level}");

    [GeneratedRegex(@"LoggerMessage\((\d+), LogLevel\.(\w+)")]
    private static partial Regex Message();
}
