using System.Globalization;
using System.Text.RegularExpressions;

namespace VideoGen.Sdk.Trends.Sources;

/// <summary>A host's <c>robots.txt</c> as RFC 9309 reads it: the group of our name, else of everybody; the longest rule that fits decides, and allowing wins a tie.</summary>
internal sealed class RobotsRules
{
    private const int MostLines = 20_000;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    private readonly List<(string Pattern, bool Allows)> rules = [];

    /// <summary>No rules: everything is allowed.</summary>
    public static RobotsRules Open { get; } = new();

    /// <summary>Nothing is allowed: what RFC 9309 demands while the file cannot be had.</summary>
    public static RobotsRules Closed { get; } = Of("User-agent: *\nDisallow: /", "any");

    /// <summary>Shortest time between two requests that the host asks for.</summary>
    public TimeSpan Delay { get; private set; }

    public static RobotsRules Of(string text, string agent)
    {
        var own = Read(text, name => name != "*" && agent.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return own ?? Read(text, name => name == "*") ?? Open;
    }

    public bool Allows(string pathAndQuery)
    {
        var (length, allows) = (-1, true);
        foreach (var rule in rules.Where(rule => Fits(rule.Pattern, pathAndQuery)))
        {
            if (rule.Pattern.Length > length || (rule.Pattern.Length == length && rule.Allows))
            {
                (length, allows) = (rule.Pattern.Length, rule.Allows);
            }
        }

        return allows;
    }

    private static RobotsRules? Read(string text, Func<string, bool> isOurs)
    {
        RobotsRules? read = null;
        var (isIn, wasAgent) = (false, false);
        foreach (var line in text.Split('\n').Take(MostLines))
        {
            var bare = line.Split('#')[0];
            if (bare.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon))
            {
                continue;
            }

            var (key, value) = (bare[..colon].Trim().ToUpperInvariant(), bare[(colon + 1)..].Trim());
            if (key == "USER-AGENT")
            {
                isIn = (wasAgent && isIn) || isOurs(value);
                read = isIn ? read ?? new RobotsRules() : read;
                wasAgent = true;
                continue;
            }

            wasAgent = false;
            if (isIn)
            {
                read!.Add(key, value);
            }
        }

        return read;
    }

    private void Add(string key, string value)
    {
        if (key is "ALLOW" or "DISALLOW" && value.Length > 0)
        {
            rules.Add((value, key == "ALLOW"));
        }
        else if (key == "CRAWL-DELAY" && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds > 0)
        {
            Delay = seconds < LongestDelay.TotalSeconds ? TimeSpan.FromSeconds(seconds) : LongestDelay;
        }
    }

    private static bool Fits(string pattern, string path) => pattern.AsSpan().IndexOfAny('*', '$') < 0
        ? path.StartsWith(pattern, StringComparison.Ordinal)
        : Regex.IsMatch(path, "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\$", "$", StringComparison.Ordinal), RegexOptions.NonBacktracking);
}
