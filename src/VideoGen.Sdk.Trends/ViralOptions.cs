namespace VideoGen.Sdk.Trends;

/// <summary>What makes a trend good for this account, and what it must not touch. Bound from <c>VideoGeneration:Trends:Viral</c>.</summary>
public sealed class ViralOptions
{
    /// <summary>The account's themes, such as <c>lifestyle</c>; none means that all fit alike.</summary>
    public IList<string> Themes { get; set; } = [];

    /// <summary>Words and names that no chosen trend may have in its titles, texts or hashtags; several words count in this order. Case, accents and plural do not matter.</summary>
    public IList<string> BlockedWords { get; set; } = [];

    /// <summary>Themes that are never chosen.</summary>
    public IList<string> BlockedThemes { get; set; } = [];

    /// <summary>Whether politics may be chosen. Default false. Known by words of eleven languages: a net, not a wall.</summary>
    public bool AllowPolitics { get; set; }

    /// <summary>Whether war, disasters and deaths may be chosen. Default false. Known by words of eleven languages: a net, not a wall.</summary>
    public bool AllowTragedy { get; set; }

    /// <summary>Languages to choose from, such as <c>en</c>; none means all. Trends of unknown language are chosen all the same.</summary>
    public IList<string> Languages { get; set; } = [];

    /// <summary>How much each part of a score counts.</summary>
    public ScoreWeights Weights { get; set; } = new();

    /// <summary>After this time freshness has halved. Default 12 h.</summary>
    public TimeSpan HalfLife { get; set; } = TimeSpan.FromHours(12);

    /// <summary>Items that were published before this are left out. Default 7 days.</summary>
    public TimeSpan OldestItem { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Over how many days earlier videos of a theme are looked at. Default 90.</summary>
    public int EarnedDays { get; set; } = 90;

    /// <summary>Most trends of a ranking, 1 to 10,000. Default 200.</summary>
    public int MostRanked { get; set; } = 200;

    /// <summary>How long a trend that is not seen any more is remembered. Default 90 days.</summary>
    public TimeSpan Memory { get; set; } = TimeSpan.FromDays(90);
}
