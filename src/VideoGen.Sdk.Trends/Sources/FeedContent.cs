using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml;
using VideoGen.Sdk.Trends.Text;

namespace VideoGen.Sdk.Trends.Sources;

/// <summary>Reads RSS 2.0 and Atom 1.0 through the framework's syndication library, with a reader that knows no DTD, no entities and no other files.</summary>
internal static class FeedContent
{
    private const int LongestTitle = 500;
    private const int LongestText = 4000;

    public static TrendBatch Read(string source, ReadOnlyMemory<byte> body, int most, DateTimeOffset now)
    {
        try
        {
            using var bytes = new MemoryStream(body.ToArray(), writable: false);
            using var xml = XmlReader.Create(bytes, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersFromEntities = 1024,
                MaxCharactersInDocument = body.Length,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            });
            var feed = SyndicationFeed.Load(xml);
            return ItemsOf(source, feed, most, now);
        }
        catch (Exception e) when (e is XmlException or FormatException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            return new TrendBatch { Source = source, Failure = WordsOf(e, body) };
        }
    }

    private static TrendBatch ItemsOf(string source, SyndicationFeed feed, int most, DateTimeOffset now)
    {
        var items = new List<TrendItem>();
        var leftOut = new List<LeftOutItem>();
        var given = feed.Items.ToList();
        foreach (var item in given.Take(most))
        {
            var title = PlainText.Of(item.Title?.Text, LongestTitle);
            var text = PlainText.Of(item.Summary?.Text ?? (item.Content as TextSyndicationContent)?.Text, LongestText);
            if (title.Length == 0 && text.Length == 0)
            {
                leftOut.Add(LeftOutItem.Of(item.Id, "it has neither title nor text"));
                continue;
            }

            var at = DateOf(item, now, out var fault);
            if (fault is not null)
            {
                leftOut.Add(LeftOutItem.Of(title, fault));
            }

            var link = item.Links.FirstOrDefault(l => l.RelationshipType is null or "alternate")?.Uri;
            items.Add(new TrendItem
            {
                Id = PlainText.Of(item.Id, LongestTitle) is { Length: > 0 } id ? id : link?.ToString() ?? title,
                Source = source,
                Title = title.Length > 0 ? title : PlainText.Shorten(text, LongestTitle),
                Text = text,
                Link = link,
                PublishedAt = at,
                SeenAt = now,
                Language = string.IsNullOrWhiteSpace(feed.Language) ? null : feed.Language.Trim(),
                Hashtags = [.. item.Categories.Select(category => category.Name).Where(name => !string.IsNullOrWhiteSpace(name)).Take(30)],
                Views = TrafficOf(item),
            });
        }

        if (given.Count > most)
        {
            leftOut.Add(LeftOutItem.Of($"{given.Count - most} more items", $"a reading takes at most {most}"));
        }

        return new TrendBatch { Source = source, Items = items, LeftOut = leftOut };
    }

    // The library keeps an unreadable date to itself until somebody asks for it, and then throws.
    private static DateTimeOffset? DateOf(SyndicationItem item, DateTimeOffset now, out string? fault)
    {
        fault = null;
        try
        {
            var at = item.PublishDate != default ? item.PublishDate : item.LastUpdatedTime;
            if (at == default)
            {
                return null;
            }

            fault = at > now.AddDays(1) ? "only its date: it lies in the future" : at.Year < 1990 ? "only its date: it lies before 1990" : null;
            return fault is null ? at.ToUniversalTime() : null;
        }
        catch (XmlException)
        {
            fault = "only its date: it cannot be read";
            return null;
        }
    }

    // Google Trends states the searches of a topic so: <ht:approx_traffic>20,000+</ht:approx_traffic>, or 20K+.
    private static long? TrafficOf(SyndicationItem item)
    {
        foreach (var extension in item.ElementExtensions.Where(e => e.OuterName == "approx_traffic"))
        {
            var text = TextOf(extension).Trim().TrimEnd('+').Replace(",", "", StringComparison.Ordinal);
            var scale = text.EndsWith('K') ? 1000L : text.EndsWith('M') ? 1_000_000L : 1L;
            if (long.TryParse(scale == 1 ? text : text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1_000_000_000_000)
            {
                return number * scale;
            }
        }

        return null;
    }

    // One odd element must not cost the feed.
    private static string TextOf(SyndicationElementExtension extension)
    {
        try
        {
            using var reader = extension.GetReader();
            return reader.ReadElementContentAsString();
        }
        catch (XmlException)
        {
            return "";
        }
    }

    private static string WordsOf(Exception e, ReadOnlyMemory<byte> body) => e switch
    {
        _ when body.Span.IndexOf("<!DOCTYPE rss"u8) >= 0 || body.Span.IndexOf("<!ENTITY"u8) >= 0 => "it holds a DTD, which feeds need not and which can be a bomb",
        XmlException { LineNumber: > 0 } xml => $"it is no well-formed feed (line {xml.LineNumber}, position {xml.LinePosition})",
        _ => body.Length == 0 ? "it is empty" : "it is neither RSS 2.0 nor Atom 1.0",
    };
}
