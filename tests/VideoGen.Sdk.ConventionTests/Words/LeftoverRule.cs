using System.Text.RegularExpressions;

namespace VideoGen.Sdk.ConventionTests.Words;

/// <summary>Marks of unfinished work. The words are put together here so that this file does not hold them.</summary>
internal static class LeftoverRule
{
    private static readonly Regex Marks = new(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|XX" + @"X|NotImplemented" + @"Exception)\b");

    public static IEnumerable<string> Faults(string path, string text) =>
        text.Split('\n').Index().Where(line => Marks.IsMatch(line.Item)).Select(line => $"{path}:{line.Index + 1}: {line.Item.Trim()}");
}
