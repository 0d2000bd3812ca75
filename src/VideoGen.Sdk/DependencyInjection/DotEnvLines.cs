namespace VideoGen.Sdk.DependencyInjection;

/// <summary>Finds lines of a <c>.env</c> file that are no NAME=value, no comment and not blank.</summary>
internal static class DotEnvLines
{
    private const string Export = "export ";

    /// <summary>The number of the first such line, counted from 1; null when there is none. Lines inside a quoted value are the value's.</summary>
    public static int? FirstStray(IReadOnlyList<string> lines)
    {
        char? open = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].AsSpan().Trim();
            if (open is { } quote)
            {
                open = Closes(line, quote) ? null : open;
            }
            else if (line is not ([] or ['#', ..]))
            {
                var equals = line.IndexOf('=');
                if (equals < 0 || !IsName(line[..equals]))
                {
                    return i + 1;
                }

                open = line[(equals + 1)..].TrimStart() is [('"' or '\'') and var first, .. var rest] && !Closes(rest, first) ? first : null;
            }
        }

        return null;
    }

    private static bool IsName(ReadOnlySpan<char> written)
    {
        var name = (written.StartsWith(Export, StringComparison.Ordinal) ? written[Export.Length..] : written).Trim();
        return !name.IsEmpty && !name.ContainsAny(" \t\"'");
    }

    // A backslash takes the meaning from the quote behind it.
    private static bool Closes(ReadOnlySpan<char> text, char quote)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == quote)
            {
                return true;
            }
        }

        return false;
    }
}
