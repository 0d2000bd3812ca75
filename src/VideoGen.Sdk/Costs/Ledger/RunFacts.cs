namespace VideoGen.Sdk.Costs.Ledger;

/// <summary>One line beside the others of its job.</summary>
/// <param name="Provider">Its provider.</param>
/// <param name="Fate">Its fate.</param>
/// <param name="ChargedMicroUsd">Millionths charged.</param>
/// <param name="FollowsSame">Whether the line before it is of the same account and model; null when it is the first.</param>
/// <param name="FollowsVideo">Whether a line before it has a video.</param>
/// <param name="IsLast">Whether no line of its job comes after it.</param>
/// <param name="Seconds">Whole seconds, rounded up, from the first line's reservation to the end of this one.</param>
internal readonly record struct RunFacts(string Provider, LineFate Fate, long ChargedMicroUsd, bool? FollowsSame, bool FollowsVideo, bool IsLast, long Seconds)
{
    private const long TicksPerSecond = TimeSpan.TicksPerSecond;

    /// <summary>Reads them from all lines of the job, in the order of their numbers.</summary>
    public static RunFacts Of(AttemptLine line, IReadOnlyList<AttemptLine> ofJob)
    {
        var index = 0;
        while (ofJob[index].Key.Number < line.Key.Number)
        {
            index++;
        }

        var earlier = ofJob.Take(index);
        return new RunFacts(
            line.Provider,
            LineFates.Of(line.State, line.Outcome),
            MicroUsd.Of(line.ChargedUsd, nameof(line)),
            index == 0 ? null : IsSameCandidate(ofJob[index - 1], line),
            earlier.Any(IsVideo),
            index == ofJob.Count - 1,
            line.SettledAt is { } end ? SecondsOf((end - ofJob[0].ReservedAt).Ticks) : 0);
    }

    // A clock that was set back makes no negative times.
    private static long SecondsOf(long ticks) => Math.Max(0, (ticks + TicksPerSecond - 1) / TicksPerSecond);

    private static bool IsVideo(AttemptLine line) => LineFates.Of(line.State, line.Outcome) is LineFate.Video;

    private static bool IsSameCandidate(AttemptLine one, AttemptLine other) =>
        one.Provider == other.Provider && one.Account == other.Account && one.Model == other.Model;
}
