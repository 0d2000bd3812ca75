using System.Text;
using System.Text.Json;

namespace VideoGen.Sdk.Http;

/// <summary>Knows what one call sent, and takes it out of what the vendor says about it: vendors quote prompts and keys in their errors.</summary>
internal sealed class Redactor(VendorRequest request)
{
    private const int LongestText = 300;
    private const int LongestHidden = 20_000;
    private const int ShortestEcho = 12;

    public string Apply(string? text, ReadOnlySpan<string?> alsoHidden)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        text = text.Length > LongestText * 4 ? text[..(LongestText * 4)] : text;
        foreach (var (_, value) in request.Headers)
        {
            text = HideWhole(text, value);
            text = value.LastIndexOf(' ') is > 0 and var space ? HideWhole(text, value[(space + 1)..]) : text;
        }

        List<string> hidden = [.. Sent()];
        foreach (var one in alsoHidden)
        {
            if (!string.IsNullOrWhiteSpace(one))
            {
                hidden.Add(one);
            }
        }

        foreach (var one in hidden)
        {
            text = HideWhole(text, one);
        }

        text = Redaction.Of(HideEchoes(text, hidden));
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length > LongestText ? text[..LongestText] + "…" : text;
    }

    private static string HideWhole(string text, string secret) =>
        secret.Length >= 4 ? text.Replace(secret, "***", StringComparison.OrdinalIgnoreCase) : text;

    /// <summary>Hides parts of what was sent: a vendor may quote only some words of a prompt.</summary>
    private static string HideEchoes(string text, List<string> hidden)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var length = ShortestEcho;
            while (i + length <= text.Length && hidden.Any(h => h.Contains(text.Substring(i, length), StringComparison.OrdinalIgnoreCase)))
            {
                length++;
            }

            if (length == ShortestEcho)
            {
                kept.Append(text[i++]);
                continue;
            }

            kept.Append("***");
            i += length - 1;
        }

        return kept.ToString();
    }

    /// <summary>Free text of the body: values with spaces, of other scripts, or long ones. Words like a model's id stay sayable.</summary>
    private IEnumerable<string> Sent() => Values().Where(v => v.Length >= 32 || v.Any(c => char.IsWhiteSpace(c) || !char.IsAscii(c)))
        .Select(v => v.Length > LongestHidden ? v[..LongestHidden] : v);

    private List<string> Values()
    {
        var values = new List<string>();
        try
        {
            var reader = new Utf8JsonReader(request.Body.Span);
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.String && reader.GetString() is { } value)
                {
                    values.Add(value);
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            values.AddRange(Encoding.UTF8.GetString(request.Body.Span[..Math.Min(request.Body.Length, LongestHidden)]).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }

        return values;
    }
}
