using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Contracts.Costs;

/// <summary>The summary made the slow and obvious way: charges added up from entries, everything else counted line by line.</summary>
internal sealed class PlainSummary(IReadOnlyList<AttemptLine> all, ILookup<AttemptKey, LedgerEntry> entries, LedgerSpan span)
{
    private IEnumerable<AttemptLine> Lines => all.Where(line => line.ReservedAt >= span.From && line.ReservedAt < span.Until);

    public LedgerSummary Summary => new()
    {
        Total = Totals(Lines),
        ByDay = [.. span.Days().Select(day => new LedgerDay(day, Totals(Lines.Where(line => LimitPeriod.DayOf(line.ReservedAt, span.Zone) == day))))],
        ByProvider = Groups(line => [line.Provider]),
        ByAccount = Groups(line => [line.Provider + "/" + line.Account]),
        ByModel = Groups(line => [line.Provider + "/" + line.Model]),
        ByTenant = Groups(line => [line.Tenant]),
        ByCampaign = Groups(line => [line.Campaign]),
        ByTag = Groups(line => line.Tags.Distinct()),
    };

    public LedgerRuns Runs
    {
        get
        {
            var firsts = Lines.Where(line => Before(line).Count == 0).ToList();
            var followers = Lines.Except(firsts).ToList();
            var videos = Lines.Where(IsVideo).ToList();
            var first = videos.Where(line => !Before(line).Exists(IsVideo)).ToList();
            return new LedgerRuns
            {
                Jobs = firsts.Count,
                Succeeded = first.Count,
                Failed = Lines.Count(line => line.Outcome is AttemptOutcome.Failed or AttemptOutcome.Rejected or AttemptOutcome.NotSent
                    && !Before(line).Exists(IsVideo) && !all.Any(other => other.Key.JobId == line.Key.JobId && other.Key.Number > line.Key.Number)),
                Retries = followers.Count(line => Candidate(Before(line)[^1]) == Candidate(line)),
                Failovers = followers.Count(line => Candidate(Before(line)[^1]) != Candidate(line)),
                DuplicateUsd = videos.Except(first).Sum(Charged),
                Times = [.. first.GroupBy(line => (line.Provider, Seconds: (long)Math.Ceiling(Math.Max(0, (line.SettledAt!.Value - Before(line).Append(line).First().ReservedAt).TotalSeconds))))
                    .OrderBy(group => group.Key.Provider, StringComparer.Ordinal).ThenBy(group => group.Key.Seconds)
                    .Select(group => new RunTime(group.Key.Provider, group.Key.Seconds, group.Count()))],
            };
        }
    }

    private static bool IsVideo(AttemptLine line) => line.Outcome is AttemptOutcome.Succeeded;

    private static (string, string, string) Candidate(AttemptLine line) => (line.Provider, line.Account, line.Model);

    private List<AttemptLine> Before(AttemptLine line) =>
        [.. all.Where(other => other.Key.JobId == line.Key.JobId && other.Key.Number < line.Key.Number).OrderBy(other => other.Key.Number)];

    private decimal Charged(AttemptLine line) => EntryFold.Of(entries[line.Key]).ChargedUsd;

    private decimal Held(AttemptLine line) => EntryFold.Of(entries[line.Key]).ReservedUsd;

    private IReadOnlyList<LedgerGroup> Groups(Func<AttemptLine, IEnumerable<string?>> names) =>
    [
        .. Lines.SelectMany(line => names(line).Select(name => (Name: name, Line: line)))
            .GroupBy(pair => pair.Name)
            .Select(group => new LedgerGroup(group.Key, Totals(group.Select(pair => pair.Line))))
            .OrderByDescending(group => group.Totals.ChargedUsd).ThenBy(group => group.Name, StringComparer.Ordinal),
    ];

    private LedgerTotals Totals(IEnumerable<AttemptLine> some)
    {
        var lines = some.ToList();
        var settled = lines.Where(line => line.State is LineState.Charged or LineState.Released).ToList();
        var unknown = settled.Where(line => line.Outcome is AttemptOutcome.Unknown).ToList();
        var videos = settled.Where(IsVideo).ToList();
        return new LedgerTotals
        {
            Videos = videos.Count,
            Failed = settled.Count(line => line.Outcome is AttemptOutcome.Failed),
            Rejected = settled.Count(line => line.Outcome is AttemptOutcome.Rejected),
            NotSent = settled.Count(line => line.Outcome is AttemptOutcome.NotSent),
            Unknown = unknown.Count + lines.Count(line => line.State is LineState.Unverified),
            Open = lines.Count(line => line.State is LineState.Reserved),
            Flagged = lines.Count(line => line.Flag is not null),
            ChargedUsd = lines.Sum(Charged),
            FailedUsd = settled.Except(videos).Except(unknown).Sum(Charged),
            PresumedUsd = unknown.Sum(Charged),
            UnmeasuredUsd = videos.Where(line => line.Length is null).Sum(Charged),
            HeldUsd = lines.Where(line => line.State is LineState.Reserved).Sum(Held),
            UnverifiedUsd = lines.Where(line => line.State is LineState.Unverified).Sum(Held),
            VideoLength = TimeSpan.FromTicks(videos.Sum(line => line.Length?.Ticks ?? 0)),
        };
    }
}
