namespace VideoGen.Sdk.Trends.Sources;

/// <summary>Where in a JSON answer things stand: names joined by dots, such as <c>snippet.title</c>. A path that leads nowhere gives nothing.</summary>
public sealed record JsonMapping
{
    /// <summary>The list of items; empty when the answer is the list itself. Default <c>items</c>.</summary>
    public string Items { get; init; } = "items";

    /// <summary>Id of an item. Default <c>id</c>; an item without one has its title for it.</summary>
    public string Id { get; init; } = "id";

    /// <summary>Title or caption. Default <c>title</c>.</summary>
    public string Title { get; init; } = "title";

    /// <summary>More text. Default <c>text</c>.</summary>
    public string Text { get; init; } = "text";

    /// <summary>Link. Default <c>url</c>.</summary>
    public string Link { get; init; } = "url";

    /// <summary>Time of publishing: ISO 8601, or unix seconds. Default <c>publishedAt</c>.</summary>
    public string PublishedAt { get; init; } = "publishedAt";

    /// <summary>Language. Default <c>language</c>.</summary>
    public string Language { get; init; } = "language";

    /// <summary>Hashtags: a list, or words parted by spaces or commas. Default <c>hashtags</c>.</summary>
    public string Hashtags { get; init; } = "hashtags";

    /// <summary>Theme. Default <c>theme</c>.</summary>
    public string Theme { get; init; } = "theme";

    /// <summary>Views, as a number or a text of digits. Default <c>views</c>.</summary>
    public string Views { get; init; } = "views";

    /// <summary>Likes. Default <c>likes</c>.</summary>
    public string Likes { get; init; } = "likes";

    /// <summary>Comments. Default <c>comments</c>.</summary>
    public string Comments { get; init; } = "comments";

    /// <summary>Shares. Default <c>shares</c>.</summary>
    public string Shares { get; init; } = "shares";
}
