namespace VideoGen.Sdk.Analytics;

/// <summary>What an audience did, counted since the video was posted.</summary>
public sealed record EngagementCounts
{
    /// <summary>Views.</summary>
    public long Views { get; init; }

    /// <summary>Likes.</summary>
    public long Likes { get; init; }

    /// <summary>Comments.</summary>
    public long Comments { get; init; }

    /// <summary>Shares and saves.</summary>
    public long Shares { get; init; }

    /// <summary>Follows that came from it.</summary>
    public long Follows { get; init; }

    /// <summary>Clicks on its link.</summary>
    public long Clicks { get; init; }

    /// <summary>Sales that came from it.</summary>
    public long Sales { get; init; }

    /// <summary>Likes, comments and shares.</summary>
    public long Interactions => Likes + Comments + Shares;

    /// <summary>Interactions per view, 0.05 for 5 %; null without a view.</summary>
    public decimal? Rate => Views > 0 ? (decimal)Interactions / Views : null;

    /// <summary>Both together.</summary>
    /// <exception cref="OverflowException">A sum is above what 64 bits hold.</exception>
    public EngagementCounts Plus(EngagementCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return checked(new EngagementCounts
        {
            Views = Views + other.Views,
            Likes = Likes + other.Likes,
            Comments = Comments + other.Comments,
            Shares = Shares + other.Shares,
            Follows = Follows + other.Follows,
            Clicks = Clicks + other.Clicks,
            Sales = Sales + other.Sales,
        });
    }
}
