using System.Globalization;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace VideoGen.Sdk.Providers;

/// <summary>The other spelling of the section: <c>video_generation</c> with snake_case keys, and <c>content</c> beside it. Names of providers, accounts, tenants and campaigns stay as they are.</summary>
internal static class SnakeCase
{
    public const string Section = "video_generation";
    public const string Content = "content";
    private const string Price = "CostPerVideo";

    /// <summary>The path that options are bound from; null where this is no key of ours.</summary>
    public static string? ToOptions(string written)
    {
        var segments = written.Split(':');
        return segments switch
        {
            [var root, .. var rest] when Is(root, Section) => Join([BoundConfiguration.Section, .. Words(rest)]),
            [var root, var inner, .. var rest] when Is(root, Content) && Is(inner, Section) => Join([BoundConfiguration.Section, "Content", .. rest.Select(Pascal)]),
            [var root, var key] when Is(root, Content) && Is(key, "video_ratio") => $"{BoundConfiguration.Section}:Content:VideoRatio",
            _ => null,
        };
    }

    /// <summary>The list that a path of the options lies in; null where it lies in none. A tenant may be called 42, which makes no list.</summary>
    public static string? ListOf(string path)
    {
        var rest = path.Split(':')[1..];
        for (var i = 1; i < rest.Length; i++)
        {
            if (int.TryParse(rest[i], CultureInfo.InvariantCulture, out _) && !IsName(rest, i))
            {
                return Join([BoundConfiguration.Section, .. rest[..i]]);
            }
        }

        return null;
    }

    /// <summary>How a path of the options is spelled in the other form.</summary>
    public static string OfOptions(string path)
    {
        var rest = path.Split(':')[1..];
        return Join([Section, .. rest.Select((s, i) => IsName(rest, i) ? s : Of(s))]);
    }

    /// <summary>One key in snake_case.</summary>
    public static string Of(string key)
    {
        if (Is(key, $"{Price}Usd"))
        {
            return "cost_per_video";
        }

        var text = new StringBuilder(key.Length + 8);
        for (var i = 0; i < key.Length; i++)
        {
            if (i > 0 && char.IsUpper(key[i]) && !char.IsUpper(key[i - 1]))
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(key[i]));
        }

        return text.ToString();
    }

    /// <summary>One key as the options spell it; configuration does not mind its case.</summary>
    public static string Pascal(string key) => string.Concat(key.Split('_').Select(p => p.Length == 0 ? p : char.ToUpper(p[0], CultureInfo.InvariantCulture) + p[1..]));

    /// <summary>One key of a provider's section as the options spell it.</summary>
    public static string PascalOfProvider(string key) => Is(Pascal(key), Price) ? $"{Price}Usd" : Pascal(key);

    private static IEnumerable<string> Words(string[] segments) =>
        segments.Select((s, i) => IsName(segments, i) ? s : i >= 2 && Is(segments[0], "providers") ? PascalOfProvider(s) : Pascal(s));

    // What follows Providers, Accounts, Tenants and Campaigns is the name that somebody gave.
    private static bool IsName(string[] segments, int index) => index > 0 && (
        (index == 1 && Is(segments[0], "providers"))
        || (index == 3 && Is(segments[0], "providers") && Is(segments[2], "accounts"))
        || (index == 2 && Is(segments[0], "budget") && (Is(segments[1], "accounts") || Is(segments[1], "tenants") || Is(segments[1], "campaigns"))));

    private static string Join(IEnumerable<string> segments) => ConfigurationPath.Combine(segments);

    private static bool Is(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
