using System.Text.RegularExpressions;

namespace VideoGen.Sdk.ConventionTests.Layout;

/// <summary>A global using of our own namespaces would hide every edge from the reader and from the edge test.</summary>
internal static partial class GlobalUsingRule
{
    public static bool Breaks(string text) => InCode().IsMatch(text) || InProject().IsMatch(text);

    [GeneratedRegex(@"^\s*global\s+using\s+(static\s+)?(\w+\s*=\s*)?(global::)?VideoGen\b", RegexOptions.Multiline)]
    private static partial Regex InCode();

    [GeneratedRegex(@"<Using\s+[^>]*Include=""VideoGen\b")]
    private static partial Regex InProject();
}
