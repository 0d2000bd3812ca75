using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Analytics;

/// <summary>Nearest-rank percentiles of counted times.</summary>
internal static class Percentiles
{
    public static TimeSpan? Of(IReadOnlyList<RunTime> times, int percent)
    {
        var rank = ((times.Sum(time => time.Videos) * percent) + 99) / 100;
        foreach (var time in times.OrderBy(time => time.Seconds))
        {
            rank -= time.Videos;
            if (rank <= 0)
            {
                return TimeSpan.FromSeconds(time.Seconds);
            }
        }

        return null;
    }
}
