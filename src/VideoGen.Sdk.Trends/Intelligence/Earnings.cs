using VideoGen.Sdk.Analytics;

namespace VideoGen.Sdk.Trends.Intelligence;

/// <summary>What earlier videos of each theme earned, as interactions per view beside the mean of all.</summary>
internal sealed class Earnings(EngagementSummary summary)
{
    /// <summary>The tag that says which theme a video is of.</summary>
    public const string Tag = "theme:";

    private const long FewestViews = 100;

    private readonly Dictionary<string, double> rates = summary.ByTag
        .Where(group => group.Name.StartsWith(Tag, StringComparison.Ordinal) && group.Counts.Views >= FewestViews)
        .ToDictionary(group => group.Name[Tag.Length..], group => (double)group.Counts.Rate!.Value, StringComparer.Ordinal);

    /// <summary>0.5 for the mean, or when nothing is known yet; 0.67 for twice the mean.</summary>
    public (double Value, string Why) Of(string theme)
    {
        if (!rates.TryGetValue(theme, out var rate) || summary.Counts.Rate is not > 0)
        {
            return (0.5, $"no video of '{theme}' has {FewestViews} views yet");
        }

        var mean = (double)summary.Counts.Rate.Value;
        return (rate / (rate + mean), FormattableString.Invariant($"videos of '{theme}' got {rate:P1} interactions per view, all together {mean:P1}"));
    }
}
