namespace VideoGen.Sdk.Analytics;

/// <summary>What engagement is worth, in USD each. Bound from <c>VideoGeneration:Analytics</c>. Every default is a guess to be replaced by your own numbers; 0 counts nothing.</summary>
public sealed class AnalyticsOptions
{
    /// <summary>Per thousand views. Default 2.</summary>
    public decimal ThousandViewsUsd { get; set; } = 2m;

    /// <summary>Per like. Default 0.01.</summary>
    public decimal LikeUsd { get; set; } = 0.01m;

    /// <summary>Per comment. Default 0.05.</summary>
    public decimal CommentUsd { get; set; } = 0.05m;

    /// <summary>Per share. Default 0.10.</summary>
    public decimal ShareUsd { get; set; } = 0.10m;

    /// <summary>Per follow. Default 0.25.</summary>
    public decimal FollowUsd { get; set; } = 0.25m;

    /// <summary>Per click. Default 0.20.</summary>
    public decimal ClickUsd { get; set; } = 0.20m;

    /// <summary>Per sale. Default 0: set your margin.</summary>
    public decimal SaleUsd { get; set; }

    /// <summary>What these counts are worth in USD.</summary>
    public decimal ValueOf(EngagementCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return (counts.Views * ThousandViewsUsd / 1000m) + (counts.Likes * LikeUsd) + (counts.Comments * CommentUsd) + (counts.Shares * ShareUsd)
            + (counts.Follows * FollowUsd) + (counts.Clicks * ClickUsd) + (counts.Sales * SaleUsd);
    }
}
