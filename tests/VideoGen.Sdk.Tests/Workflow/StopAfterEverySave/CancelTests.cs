using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;

namespace VideoGen.Sdk.Tests.Workflow.StopAfterEverySave;

public sealed class CancelTests
{
    [Theory]
    [InlineData(ProviderCancelOutcome.CancelledFree)]
    [InlineData(ProviderCancelOutcome.NotSupported)]
    [InlineData(ProviderCancelOutcome.Requested)]
    public Task A_cancel_during_the_submit_is_obeyed_after_the_outcome(ProviderCancelOutcome vendorSays) => EveryDeath.MustBeSurvivedAsync(new Scenario
    {
        Arrange = world =>
        {
            var vendor = world.Add().Vendor;
            vendor.Default = new SubmitScript { Cancel = vendorSays };
            vendor.OnSubmit = async _ => await world.Jobs.SignalAsync((await world.OnlyJobAsync()).Id, JobSignalKind.Cancel);
        },
        End = VideoState.Cancelled,
    });

    [Fact]
    public Task A_cancel_before_the_submit_frees_the_money() => EveryDeath.MustBeSurvivedAsync(new Scenario
    {
        Arrange = world => world.Add().Vendor.OnUpload = async () => await world.Jobs.SignalAsync((await world.OnlyJobAsync()).Id, JobSignalKind.Cancel),
        Request = A.Request with { ReferenceImages = [ReferenceMedia.FromBytes(new byte[] { 1, 2, 3 }, "image/png")] },
        End = VideoState.Cancelled,
        MostAccepted = 0,
    });
}
