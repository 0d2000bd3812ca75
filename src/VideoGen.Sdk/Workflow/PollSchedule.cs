namespace VideoGen.Sdk.Workflow;

/// <summary>
/// How long to wait before the next status request, from what is known of such runs. Quiet until shortly before the first of them ended; then at a share of the time that has passed, smallest where most of them end;
/// over a stretch in which none ended, and after the last, in longer steps. Pure.
/// </summary>
internal static class PollSchedule
{
    /// <summary>Fewer runs than this say too little: the catalogue's typical time is believed.</summary>
    public const int Enough = 5;

    private const double Core = 0.065;
    private const double Shoulder = 0.13;
    private const double Overdue = 0.16;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan UnknownCeiling = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Ceiling = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan QuietCeiling = TimeSpan.FromMinutes(10);

    /// <summary>The wait before floor and jitter.</summary>
    /// <param name="elapsed">Time since acceptance.</param>
    /// <param name="runs">Known run times, ascending.</param>
    /// <param name="typical">What the catalogue says; counts while too few runs are known.</param>
    public static TimeSpan Wait(TimeSpan elapsed, IReadOnlyList<TimeSpan> runs, TimeSpan typical)
    {
        var begins = Begins(runs, typical);
        if (elapsed < begins * 0.97)
        {
            // One look on the way, should the vendor have become much faster.
            var quiet = elapsed < begins * 0.4 ? (begins * 0.5) - elapsed : begins - elapsed;
            return Between(Shortest, quiet, QuietCeiling);
        }

        return runs.Count < Enough ? Between(Shortest, ByTypical(elapsed, typical), UnknownCeiling) : Between(Shortest, ByRuns(elapsed, runs), Ceiling);
    }

    private static TimeSpan Begins(IReadOnlyList<TimeSpan> runs, TimeSpan typical) => runs.Count switch
    {
        0 => typical * 0.5,
        < Enough => Less(typical * 0.5, runs[0] * 0.8),
        _ => Quantile(runs, 0.04) * 0.97,
    };

    private static TimeSpan ByTypical(TimeSpan elapsed, TimeSpan typical) => elapsed * (elapsed < typical * 1.3 ? 0.09 : Overdue);

    private static TimeSpan ByRuns(TimeSpan elapsed, IReadOnlyList<TimeSpan> runs)
    {
        var isCore = elapsed > Quantile(runs, 0.2) * 0.97 && elapsed < Quantile(runs, 0.8);
        var step = elapsed * (elapsed > runs[^1] ? Overdue : isCore ? Core : Shoulder);
        if (runs.FirstOrDefault(run => run > elapsed) is { Ticks: > 0 } next && next * 0.96 > elapsed + step)
        {
            // Nothing ended here as far as is known, yet a run in between must not be late by half its time.
            return Less((next * 0.96) - elapsed, elapsed * 0.35);
        }

        return step;
    }

    private static TimeSpan Quantile(IReadOnlyList<TimeSpan> runs, double share) => runs[Math.Min((int)(runs.Count * share), runs.Count - 1)];

    private static TimeSpan Between(TimeSpan low, TimeSpan value, TimeSpan high) => value < low ? low : Less(value, high);

    private static TimeSpan Less(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
