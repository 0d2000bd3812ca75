namespace VideoGen.Sdk.Trends;

/// <summary>One mention of something at one source, as the source gave it. Counts are since it was published; null where the source does not say.</summary>
public sealed record TrendItem
{
    /// <summary>Its id at the source, stable between reads.</summary>
    public required string Id { get; init; }

    /// <summary>The source's name.</summary>
    public required string Source { get; init; }

    /// <summary>Title or caption as plain text.</summary>
    public required string Title { get; init; }

    /// <summary>More text, plain; may be empty.</summary>
    public string Text { get; init => field = value ?? ""; } = "";

    /// <summary>Where it can be seen.</summary>
    public Uri? Link { get; init; }

    /// <summary>When it was published; null when the source does not say or says something impossible.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When it was read.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>BCP 47 language as the source states it; null when it does not.</summary>
    public string? Language { get; init; }

    /// <summary>Hashtags as given, with or without <c>#</c>.</summary>
    public IReadOnlyList<string> Hashtags { get; init => field = value ?? []; } = [];

    /// <summary>Theme as the source states it, such as <c>lifestyle</c>.</summary>
    public string? Theme { get; init; }

    /// <summary>Views, or searches where the source counts those.</summary>
    public long? Views { get; init; }

    /// <summary>Likes.</summary>
    public long? Likes { get; init; }

    /// <summary>Comments.</summary>
    public long? Comments { get; init; }

    /// <summary>Shares and saves.</summary>
    public long? Shares { get; init; }
}
