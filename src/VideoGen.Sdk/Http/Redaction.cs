using System.Text.RegularExpressions;

namespace VideoGen.Sdk.Http;

/// <summary>The one place that takes keys and signed links out of text. Everything written to a log or a message goes through it. Thread-safe.</summary>
public static partial class Redaction
{
    private const string Mark = "***";

    /// <summary>An address without its query, fragment and user part: signatures live in queries.</summary>
    public static string Of(Uri? address) => address is null ? "" : address.IsAbsoluteUri
        ? $"{address.Scheme}://{address.Authority}{address.AbsolutePath}{(address.Query.Length > 1 ? "?" + Mark : "")}"
        : Of(address.OriginalString);

    /// <summary>Text without queries of links, credentials of headers and key-like words.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        text = UserPart().Replace(text, "${scheme}" + Mark + "@");
        text = Query().Replace(text, "${path}?" + Mark);
        text = CredentialHeader().Replace(text, "${name}" + Mark);
        text = Scheme().Replace(text, "${name}" + Mark);
        return KeyLike().Replace(text, Mark);
    }

    [GeneratedRegex(@"(?<scheme>https?://)[^\s/@""']+@", RegexOptions.IgnoreCase)]
    private static partial Regex UserPart();

    [GeneratedRegex(@"(?<path>(?:https?|runway|data)://[^\s?""'<>]+|/[^\s?""'<>]+)\?[^\s""'<>]+", RegexOptions.IgnoreCase)]
    private static partial Regex Query();

    [GeneratedRegex(@"(?<name>(?:authorization|x-api-key|api[-_ ]?key|access[-_ ]?key|secret[-_ ]?key|token|secret|password|signature)[""']?\s*[:=]\s*[""']?(?:(?:bearer|key|basic)\s+)?)[^\s""',;]+", RegexOptions.IgnoreCase)]
    private static partial Regex CredentialHeader();

    [GeneratedRegex(@"\b(?<name>(?:bearer|basic)\s+)[A-Za-z0-9._~+/=-]{6,}|(?<name>\bKey\s+)[A-Za-z0-9._~+/=:-]{12,}", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    // Prefixes that vendors give their keys, JSON web tokens, and any word of 40 and more that mixes letters and digits (a UUID has 36).
    [GeneratedRegex(@"\b(?:sk|pk|rk|key|api-key|whsec|hg|fal)[-_][A-Za-z0-9_\-+/=]{8,}|\beyJ[A-Za-z0-9_\-]{8,}(?:\.[A-Za-z0-9_\-]*){0,2}|\b(?=[A-Za-z0-9_\-+/=]*[0-9])(?=[A-Za-z0-9_\-+/=]*[A-Za-z])[A-Za-z0-9_\-+/=]{40,}")]
    private static partial Regex KeyLike();
}
