using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;

namespace VideoGen.Sdk.Tests.Workflow.StopAfterEverySave;

public sealed class CancelTests
{
    [Theory]
    [InlineData(ProviderCancelOutcome.CancelledFree, false)]
    [InlineData(ProviderCancelOutcome.CancelledFree, true)]
    [InlineData(ProviderCancelOutcome.NotSupported, false)]
    [InlineData(ProviderCancelOutcome.NotSupported, true)]
    [InlineData(ProviderCancelOutcome.Requested, false)]
    [InlineData(ProviderCancelOutcome.Requested, true)]
    public Task A_cancel_during_the_submit_is_obeyed_after_the_outcome(ProviderCancelOutcome vendorSays, bool inFile) => EveryDeath.MustBeSurvivedAsync(new Scenario
    {
        IsDurable = inFile,
        Arrange = world =>
        {
            var vendor = world.Add().Vendor;
            vendor.Default = new SubmitScript { Cancel = vendorSays };
            vendor.OnSubmit = async _ => await world.Jobs.SignalAsync((await world.OnlyJobAsync()).Id, JobSignalKind.Cancel);
        },
        End = VideoState.Cancelled,
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_cancel_before_the_submit_frees_the_money(bool inFile) => EveryDeath.MustBeSurvivedAsync(new Scenario
    {
        IsDurable = inFile,
        Arrange = world => world.Add().Vendor.OnUpload = async () => await world.Jobs.SignalAsync((await world.OnlyJobAsync()).Id, JobSignalKind.Cancel),
        Request = A.Request with { ReferenceImages = [ReferenceMedia.FromBytes(new byte[] { 1, 2, 3 }, "image/png")] },
        End = VideoState.Cancelled,
        MostAccepted = 0,
    });
}
