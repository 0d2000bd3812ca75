using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;

namespace VideoGen.Sdk.Tests.Workflow.StopAfterEverySave;

public sealed class FailoverTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_free_failure_goes_on_to_the_next_provider_once(bool inFile) => EveryDeath.MustBeSurvivedAsync(new Scenario
    {
        IsDurable = inFile,
        Arrange = world => Two(world, SubmitScript.Fails(ProviderFailureKind.NotSupported)),
        MostAccepted = 2,
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_refused_submit_goes_on_to_the_next_provider_once(bool inFile) => EveryDeath.MustBeSurvivedAsync(new Scenario
    {
        IsDurable = inFile,
        Arrange = world => Two(world, SubmitScript.Rejected(ProviderFailureKind.OutOfCredit)),
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_charged_moderation_is_booked_before_the_next_provider_is_asked(bool inFile) => EveryDeath.MustBeSurvivedAsync(new Scenario
    {
        IsDurable = inFile,
        Arrange = world => Two(world, SubmitScript.Fails(ProviderFailureKind.ContentRejected, ChargeCertainty.Charged, 0.2m)),
        Request = A.Request with { FailoverOnContentRejected = true },
        MostAccepted = 2,
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_transient_failure_is_tried_again_as_a_new_attempt(bool inFile) => EveryDeath.MustBeSurvivedAsync(new Scenario
    {
        IsDurable = inFile,
        Arrange = world => world.Add().Vendor.Then(SubmitScript.Fails(ProviderFailureKind.Transient), SubmitScript.Fails(ProviderFailureKind.Transient)),
        MostAccepted = 3,
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_job_that_fails_in_the_end_fails_for_every_caller(bool inFile) => EveryDeath.MustBeSurvivedAsync(new Scenario
    {
        IsDurable = inFile,
        Arrange = world => world.Add().Vendor.Default = SubmitScript.Fails(ProviderFailureKind.ContentRejected, ChargeCertainty.Charged, 0.1m),
        End = VideoState.Failed,
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_hold_that_outlived_its_day_is_made_anew(bool inFile) => EveryDeath.MustBeSurvivedAsync(new Scenario
    {
        IsDurable = inFile,
        Arrange = world => world.Add(),
        Gap = TimeSpan.FromHours(13),
    });

    private static void Two(TestWorld world, SubmitScript first)
    {
        world.Add(new ScriptedProviderOptions { Name = "first" }).Vendor.Default = first;
        world.Add(new ScriptedProviderOptions { Name = "second" });
    }
}
