using VideoGen.Sdk.QueueProofTests.Programs;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Sandbox;

namespace VideoGen.Sdk.QueueProofTests.Audit;

/// <summary>What was found at the end of a run, and what must hold of it.</summary>
internal sealed class Books(IReadOnlyList<VideoJob> jobs, IReadOnlyList<LedgerRow> rows, IReadOnlyCollection<SandboxCharge> charges)
{
    private static readonly VideoState[] Ends = [VideoState.Succeeded, VideoState.Failed, VideoState.Cancelled, VideoState.NeedsAttention, VideoState.Parked];

    public static async Task<Books> ReadAsync(QueueProgram queue, StoreView view, IReadOnlyCollection<SandboxCharge> charges)
    {
        var (jobs, rows, status) = (await view.AllAsync(), await queue.LedgerAsync(), await queue.StatusAsync());
        foreach (var state in Enum.GetValues<VideoState>())
        {
            Assert.Equal(jobs.Count(job => job.State == state), status.GetProperty("jobs").GetProperty(state.ToString()).GetInt32());
        }

        Assert.Equal(rows.Sum(row => row.ChargedUsd), status.GetProperty("ledger").GetProperty("chargedUsd").GetDecimal());
        Assert.Equal(Sum(rows, "Unverified"), status.GetProperty("ledger").GetProperty("unverifiedUsd").GetDecimal());
        Assert.Equal(Sum(rows, "Reserved"), status.GetProperty("ledger").GetProperty("reservedUsd").GetDecimal());
        return new Books(jobs, rows, charges);
    }

    public override string ToString() =>
        $"{string.Join(", ", jobs.CountBy(job => job.State).Select(c => $"{c.Value} {c.Key}"))}; {rows.Count} attempts, {rows.Count(row => row.IsUnknown)} of unknown outcome; "
        + $"{charges.Count} charges; charged {rows.Sum(row => row.ChargedUsd):0.##}, truth {charges.Sum(c => c.AmountUsd):0.##}, unverified {Sum(rows, "Unverified"):0.##}, reserved {Sum(rows, "Reserved"):0.##}";

    /// <summary>No job is lost: each has one result, whose file is there, or a state that is explained.</summary>
    public void EveryJobHasEnded(int count)
    {
        Assert.Equal(count, jobs.Count);
        foreach (var job in jobs)
        {
            Assert.True(Ends.Contains(job.State), $"Job {job.Id} is still {job.State} in {job.Stage}: {job.Reason}");
            if (job.State == VideoState.Succeeded)
            {
                var bytes = File.ReadAllBytes(job.Video?.LocalPath ?? job.Source!.LocalPath!);
                Assert.Equal("ftyp"u8.ToArray(), bytes[4..8]);
                Assert.Single(job.Attempts, attempt => attempt.Outcome == Costs.AttemptOutcome.Succeeded);
            }
            else
            {
                Assert.False(string.IsNullOrWhiteSpace(job.Reason), $"Job {job.Id} is {job.State} and nobody knows why.");
            }
        }
    }

    /// <summary>What the vendors took is what is booked, or is held for as long as nobody knows.</summary>
    public void TheMoneyAgrees()
    {
        var matched = new ChargeMatch(rows).Match(charges);
        var (charged, truth) = (rows.Sum(row => row.ChargedUsd), charges.Sum(charge => charge.AmountUsd));
        Assert.True(charged <= truth, $"More is booked than was taken: {this}");
        Assert.True(truth <= charged + Sum(rows, "Unverified"), $"More was taken than is booked or held: {this}");
        foreach (var paid in matched.GroupBy(match => match.Row.JobId).Where(paid => paid.Count() > 1))
        {
            var attempts = jobs.Single(job => job.Id == paid.Key).Attempts;
            foreach (var earlier in paid.OrderBy(match => match.Row.Attempt).SkipLast(1))
            {
                var attempt = attempts.Single(a => a.Number == earlier.Row.Attempt);
                Assert.True(attempt.IsClosed && earlier.Row is { State: "Charged" or "Released" or "Unverified", Outcome: not (null or "Unknown") }, $"Job {paid.Key} was paid again while {earlier.Row} was open.");
                Assert.True(attempt.ClosedAt <= attempts.Single(a => a.Number == attempt.Number + 1).PlannedAt, $"Job {paid.Key} was paid again before {earlier.Row} was closed.");
            }
        }
    }

    /// <summary>When nothing went wrong, nothing is unknown: one video, one charge, and not a cent between ledger and vendors.</summary>
    public void EverythingIsExact()
    {
        Assert.All(jobs, job => Assert.Equal(VideoState.Succeeded, job.State));
        Assert.Equal(jobs.Count, charges.Count);
        Assert.Equal(charges.Sum(charge => charge.AmountUsd), rows.Sum(row => row.ChargedUsd));
        Assert.All(rows, row => Assert.True(row is { State: "Charged", Outcome: "Succeeded" }, row.ToString()));
    }

    private static decimal Sum(IEnumerable<LedgerRow> rows, string state) => rows.Where(row => row.State == state).Sum(row => row.ReservedUsd);
}
