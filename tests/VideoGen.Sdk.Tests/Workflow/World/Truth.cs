using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Tests.Workflow.World;

/// <summary>Holds ledger, jobs and files against what the vendors know.</summary>
internal static class Truth
{
    /// <summary>The three promises, whatever happened.</summary>
    public static async Task MustHoldAsync(TestWorld world)
    {
        var lines = await world.LinesAsync();
        foreach (var remote in world.RemoteJobs.GroupBy(j => j.ClientReference))
        {
            Assert.True(remote.Count(j => j.Script.ChargeUsd > 0m) <= 1, "one client reference, one paid job");
            var line = Assert.Single(lines, l => l.ClientReference == remote.Key);
            Assert.True(
                line.State == LineState.Charged ? line.ChargedUsd == remote.Sum(j => j.ChargedUsd)
                : line.State == LineState.Released ? remote.Sum(j => j.ChargedUsd) == 0m
                : line.ReservedUsd >= remote.Sum(j => j.ChargedUsd),
                $"{line.ClientReference}: {line.State} {line.ChargedUsd} charged, {line.ReservedUsd} held; the vendor took {remote.Sum(j => j.ChargedUsd)}");
        }

        Assert.Empty(lines.Where(l => l.State == LineState.Charged && l.ChargedUsd > 0m).Select(l => l.ClientReference).Except(world.RemoteJobs.Select(j => j.ClientReference)));
        var entries = await world.Costs.EntriesAsync(new LedgerQuery()).ToListAsync();
        Assert.Equal(lines.Count, entries.Count(e => e.Kind == LedgerEntryKind.Reserved));
        Assert.All(lines, l => Assert.True(entries.Count(e => e.Key == l.Key && e.Kind == LedgerEntryKind.Charged) <= 1));
    }

    /// <summary>The job has succeeded: one video, its file on disk, its money booked, nothing held.</summary>
    public static async Task MustBeFinishedAsync(TestWorld world, VideoResult result)
    {
        await MustHoldAsync(world);
        var job = await world.OnlyJobAsync();
        Assert.Equal(VideoState.Succeeded, job.State);
        Assert.True(File.Exists(result.Video.LocalPath), "the file is on disk");
        Assert.Equal(world.RemoteJobs.Sum(j => j.ChargedUsd), result.CostUsd);
        Assert.DoesNotContain(await world.LinesAsync(), l => l.State is LineState.Reserved or LineState.Unverified);
    }
}
