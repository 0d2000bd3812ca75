using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow;

/// <summary>Money that nobody knew about is found by asking the vendor, and booked when a person says so.</summary>
public sealed class ReconciledDoubtTests
{
    private static readonly VideoRequest Request = A.Request with { AllowPossibleDoubleCharge = true };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_hold_without_an_outcome_is_resolved_by_the_vendors_word(bool isPresumed)
    {
        await using var world = new TestWorld();
        var process = await DoubtfulRun.LeaveBehindAsync(world, Request);
        var key = Assert.Single(await world.LinesAsync(), line => line.State is LineState.Unverified).Key;
        if (isPresumed)
        {
            world.Clock.Pass(TimeSpan.FromMinutes(3));
            await world.Costs.PresumeChargedAsync(key, TimeSpan.FromMinutes(1), Stop);
        }

        var reconciliation = process.Services.GetRequiredService<LedgerReconciliation>();
        var report = await CompareAsync(world, reconciliation);
        var finding = Assert.Single(report.Findings);
        Assert.Equal((ReconciliationKind.UnverifiedResolved, key, 0.30m, 0.25m), (finding.Kind, finding.Attempt!.Value, finding.LedgerUsd, finding.VendorUsd!.Value));
        Assert.Equal(isPresumed ? LineState.Charged : LineState.Unverified, (await world.Costs.FindAsync(key, Stop))!.State);

        Assert.Equal((1, 0), (await reconciliation.ApplyAsync(report, Stop), await reconciliation.ApplyAsync(report, Stop)));
        Assert.Equal((LineState.Charged, 0.25m, ChargeSource.Vendor), await world.Costs.FindAsync(key, Stop) is { } line ? (line.State, line.ChargedUsd, line.Source) : default);
        Assert.Empty((await CompareAsync(world, reconciliation)).Findings);
        Assert.Equal((0.50m, 0m), await process.GenerateAsync(Request) is var result ? (result.CostUsd, result.UnverifiedUsd) : default);
        await Truth.MustHoldAsync(world);
    }

    private static Task<ReconciliationReport> CompareAsync(TestWorld world, LedgerReconciliation reconciliation) =>
        world.DriveAsync(reconciliation.CompareAsync(TestWorld.Start.AddDays(-1), TestWorld.Start.AddDays(1), Stop));
}
