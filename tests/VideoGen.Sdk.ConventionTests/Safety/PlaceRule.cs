using System.Text.RegularExpressions;

namespace VideoGen.Sdk.ConventionTests.Safety;

/// <summary>No file names a package registry's host or a folder of somebody's machine. Both are spelt in pieces, so that this file passes its own rule.</summary>
internal static class PlaceRule
{
    private static readonly Regex Hosts = new(
        @"\b(api\.nu[g]et|www\.nu[g]et|nu[g]et\.org|regis[t]ry\.npm|npm[j]s\.|regis[t]ry\.yarn|de[b]\.debian|(archive|security|ports)\.ubun[t]u|py[p]i\.|files\.pythonhoste[d]|crates\.i[o]|repo1?\.mave[n]|proxy\.golan[g]|pkgs\.dev\.azur[e])",
        RegexOptions.IgnoreCase);

    // A slash that follows a word, a dot or another slash belongs to a URL or a relative path.
    private static readonly Regex Folders = new(
        @"(?<![\w.\-/}~$*)\]])/(wo[r]k|fa[r]m|ro[o]t|ho[m]e/\w+|Us[e]rs/\w+)(?=[/""'\s`;,)]|$)|\b[A-Z]:\\Us[e]rs\\");

    public static IEnumerable<string> Faults(string path, string text) =>
        text.Split('\n').Index()
            .Where(line => Hosts.IsMatch(line.Item) || Folders.IsMatch(line.Item))
            .Select(line => $"{path}:{line.Index + 1}: {line.Item.Trim()}");
}
