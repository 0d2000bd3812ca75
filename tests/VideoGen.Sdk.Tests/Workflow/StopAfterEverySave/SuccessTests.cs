using VideoGen.Sdk.Testing.Providers;

namespace VideoGen.Sdk.Tests.Workflow.StopAfterEverySave;

public sealed class SuccessTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_vendor_with_look_up_always_ends_with_the_one_video(bool inFile) =>
        EveryDeath.MustBeSurvivedAsync(new Scenario { IsDurable = inFile, Arrange = world => world.Add() });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_vendor_without_look_up_is_left_to_a_person_only_after_a_death_in_the_blind_moment(bool inFile) =>
        EveryDeath.MustBeSurvivedAsync(new Scenario { IsDurable = inFile, Arrange = world => world.Add(new ScriptedProviderOptions { CanFind = false }), Blind = BlindMoment.LearnsNothing });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_vendor_with_replay_keys_always_ends_with_the_one_video(bool inFile) => EveryDeath.MustBeSurvivedAsync(new Scenario
    {
        IsDurable = inFile,
        Arrange = world => world.Add(new ScriptedProviderOptions { CanFind = false, ReplayWindow = TimeSpan.FromHours(20) }),
        Blind = BlindMoment.MaySendAgain,
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_free_repeatable_provider_is_simply_asked_again(bool inFile) => EveryDeath.MustBeSurvivedAsync(new Scenario
    {
        IsDurable = inFile,
        Arrange = world =>
        {
            var free = world.Add(new ScriptedProviderOptions { IsPaid = false, IsSubmitRepeatable = true, CanFind = false, EstimateUsd = 0m });
            free.Vendor.Default = SubmitScript.Answers(new VideoGen.Sdk.Providers.ProviderJobStatus { State = VideoGen.Sdk.Providers.ProviderJobState.Succeeded, ChargeUsd = 0m }) with { ChargeUsd = 0m };
        },
        MostAccepted = 2,
        Blind = BlindMoment.MaySendAgain,
    });
}
