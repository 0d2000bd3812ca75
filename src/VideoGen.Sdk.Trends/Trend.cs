using System.Globalization;
using VideoGen.Sdk.Trends.Intelligence;
using VideoGen.Sdk.Trends.Text;

namespace VideoGen.Sdk.Trends;

/// <summary>Something that people talk about: joined from the mentions of all sources, or written by hand with a caption alone.</summary>
public sealed record Trend
{
    /// <summary>What it is about, in the words of the mention that most people saw.</summary>
    public required string Caption { get; init; }

    /// <summary>Hashtags without <c>#</c>, the most used first.</summary>
    public IReadOnlyList<string> Hashtags { get; init => field = value ?? []; } = [];

    /// <summary>Theme, such as <c>lifestyle</c>; <c>general</c> when nothing speaks for another.</summary>
    public string Theme { get; init => field = string.IsNullOrWhiteSpace(value) ? Themes.General : value.Trim().ToLowerInvariant(); } = Themes.General;

    /// <summary>Language in its short form, such as <c>en</c>; <c>und</c> when it is not known.</summary>
    public string Language { get; init => field = string.IsNullOrWhiteSpace(value) ? LanguageGuess.Unknown : value; } = LanguageGuess.Unknown;

    /// <summary>Id, the same for every spelling of the caption; made from the caption when it is not set.</summary>
    public string Cluster { get => field ?? IdOf(TitleWords.Of(Caption, new WordReader())?.Key ?? 0); init; }

    /// <summary>Other ids under which it was known before.</summary>
    public IReadOnlyList<string> Aliases { get; init => field = value ?? []; } = [];

    /// <summary>From 0 to 1.</summary>
    public double Score { get; init; }

    /// <summary>What the score is made of.</summary>
    public IReadOnlyList<ScorePart> Parts { get; init => field = value ?? []; } = [];

    /// <summary>The sources that mention it, by name.</summary>
    public IReadOnlyList<string> Sources { get; init => field = value ?? []; } = [];

    /// <summary>How many mentions there are.</summary>
    public int Mentions { get; init; }

    /// <summary>Views of all mentions, where sources count them.</summary>
    public long Views { get; init; }

    /// <summary>When it was seen or published first.</summary>
    public DateTimeOffset? FirstSeenAt { get; init; }

    /// <summary>Where the mention that most people saw is.</summary>
    public Uri? Link { get; init; }

    internal static string IdOf(ulong key) => key.ToString("x16", CultureInfo.InvariantCulture);
}
