namespace VideoGen.Sdk.Costs.Ledger;

/// <summary>Puts together how jobs went; every store ends here.</summary>
internal sealed class RunsFold
{
    private readonly Dictionary<(string Provider, long Seconds), long> counts = [];
    private long jobs;
    private long failed;
    private long retries;
    private long failovers;
    private long duplicateMicroUsd;

    /// <summary>Counts so many lines of which the same is true; their charges are given as a sum.</summary>
    public void Add(in RunFacts facts, long lines = 1)
    {
        jobs += facts.FollowsSame is null ? lines : 0;
        retries += facts.FollowsSame is true ? lines : 0;
        failovers += facts.FollowsSame is false ? lines : 0;
        if (facts.Fate is LineFate.Video && facts.FollowsVideo)
        {
            duplicateMicroUsd = checked(duplicateMicroUsd + facts.ChargedMicroUsd);
        }
        else if (facts.Fate is LineFate.Video)
        {
            var key = (facts.Provider, facts.Seconds);
            counts[key] = counts.GetValueOrDefault(key) + lines;
        }
        else if (facts is { IsLast: true, FollowsVideo: false, Fate: LineFate.Failed or LineFate.Rejected or LineFate.NotSent })
        {
            failed += lines;
        }
    }

    public LedgerRuns ToRuns() => new()
    {
        Jobs = jobs,
        Succeeded = counts.Values.Sum(),
        Failed = failed,
        Retries = retries,
        Failovers = failovers,
        DuplicateUsd = MicroUsd.ToUsd(duplicateMicroUsd),
        Times =
        [
            .. counts.OrderBy(pair => pair.Key.Provider, StringComparer.Ordinal).ThenBy(pair => pair.Key.Seconds)
                .Select(pair => new RunTime(pair.Key.Provider, pair.Key.Seconds, pair.Value)),
        ],
    };
}
