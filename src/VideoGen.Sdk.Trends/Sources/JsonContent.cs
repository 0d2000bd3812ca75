using System.Globalization;
using System.Text.Json;
using VideoGen.Sdk.Trends.Text;

namespace VideoGen.Sdk.Trends.Sources;

/// <summary>Reads a JSON answer by a mapping.</summary>
internal sealed class JsonContent(JsonMapping mapping, Func<string, string>? themeOf = null)
{
    private const int LongestTitle = 500;
    private const int LongestText = 4000;
    private const int Deepest = 32;

    public TrendBatch Read(string source, ReadOnlyMemory<byte> body, int most, DateTimeOffset now)
    {
        try
        {
            using var answer = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = Deepest, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return At(answer.RootElement, mapping.Items) is { ValueKind: JsonValueKind.Array } list
                ? ItemsOf(source, list, most, now)
                : new TrendBatch { Source = source, Failure = mapping.Items.Length == 0 ? "it is no JSON list" : $"it has no list at '{mapping.Items}'" };
        }
        catch (JsonException e)
        {
            return new TrendBatch { Source = source, Failure = $"it is no JSON (line {e.LineNumber + 1}, position {e.BytePositionInLine + 1})" };
        }
    }

    private TrendBatch ItemsOf(string source, JsonElement list, int most, DateTimeOffset now)
    {
        var items = new List<TrendItem>();
        var leftOut = new List<LeftOutItem>();
        foreach (var each in list.EnumerateArray().Take(most))
        {
            var title = PlainText.Of(TextAt(each, mapping.Title), LongestTitle);
            if (title.Length == 0)
            {
                leftOut.Add(LeftOutItem.Of(TextAt(each, mapping.Id), $"it has no text at '{mapping.Title}'"));
                continue;
            }

            var (at, fault) = TimeAt(each, now);
            if (fault is not null)
            {
                leftOut.Add(LeftOutItem.Of(title, fault));
            }

            items.Add(Of(each, source, title, now) with { PublishedAt = at });
        }

        if (list.GetArrayLength() > most)
        {
            leftOut.Add(LeftOutItem.Of($"{list.GetArrayLength() - most} more items", $"a reading takes at most {most}"));
        }

        return new TrendBatch { Source = source, Items = items, LeftOut = leftOut };
    }

    private TrendItem Of(JsonElement item, string source, string title, DateTimeOffset now) => new()
    {
        Id = TextAt(item, mapping.Id) is { Length: > 0 } id ? PlainText.Of(id, LongestTitle) : title,
        Source = source,
        Title = title,
        Text = PlainText.Of(TextAt(item, mapping.Text), LongestText),
        Link = Uri.TryCreate(TextAt(item, mapping.Link), UriKind.Absolute, out var link) && link.Scheme is "https" or "http" ? link : null,
        SeenAt = now,
        Language = TextAt(item, mapping.Language) is { Length: > 0 and <= 35 } language ? language : null,
        Hashtags = TagsAt(item),
        Theme = TextAt(item, mapping.Theme) is { Length: > 0 } theme ? PlainText.Of(themeOf?.Invoke(theme) ?? theme, 60) : null,
        Views = CountAt(item, mapping.Views),
        Likes = CountAt(item, mapping.Likes),
        Comments = CountAt(item, mapping.Comments),
        Shares = CountAt(item, mapping.Shares),
    };

    private (DateTimeOffset? At, string? Fault) TimeAt(JsonElement item, DateTimeOffset now)
    {
        if (TextAt(item, mapping.PublishedAt) is not { Length: > 0 } text)
        {
            return (null, null);
        }

        var isRead = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at);
        if (!isRead && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 32_503_680_000)
        {
            (isRead, at) = (true, DateTimeOffset.FromUnixTimeSeconds(seconds));
        }

        return !isRead ? (null, "only its date: it cannot be read")
            : at > now.AddDays(1) ? (null, "only its date: it lies in the future")
            : at.Year < 1990 ? (null, "only its date: it lies before 1990")
            : (at, null);
    }

    private string[] TagsAt(JsonElement item) => At(item, mapping.Hashtags) switch
    {
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Where(tag => tag.ValueKind == JsonValueKind.String).Select(Said).OfType<string>().Take(30)],
        { ValueKind: JsonValueKind.String } text => [.. (Said(text) ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Take(30)],
        _ => [],
    };

    private static long? CountAt(JsonElement item, string path) =>
        long.TryParse(TextAt(item, path), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 1_000_000_000_000_000 ? count : null;

    private static string? TextAt(JsonElement item, string path) => At(item, path) switch
    {
        { ValueKind: JsonValueKind.String } text => Said(text),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    // Half a surrogate pair and broken UTF-8 pass the parser and fail here: such a text is none.
    private static string? Said(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonElement? At(JsonElement from, string path)
    {
        foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (from.ValueKind != JsonValueKind.Object || !from.TryGetProperty(name, out from))
            {
                return null;
            }
        }

        return from;
    }
}
