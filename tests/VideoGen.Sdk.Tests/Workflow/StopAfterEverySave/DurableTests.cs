using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;

namespace VideoGen.Sdk.Tests.Workflow.StopAfterEverySave;

/// <summary>The same over a SQLite file: what is carried on from is what was really written.</summary>
public sealed class DurableTests
{
    [Fact]
    public Task A_success_survives_every_death_in_the_file_too() =>
        EveryDeath.MustBeSurvivedAsync(new Scenario { Arrange = world => world.Add(), IsDurable = true });

    [Fact]
    public Task A_failover_survives_every_death_in_the_file_too() => EveryDeath.MustBeSurvivedAsync(new Scenario
    {
        Arrange = world =>
        {
            world.Add(new ScriptedProviderOptions { Name = "first", CanFind = false }).Vendor.Default = SubmitScript.Fails(ProviderFailureKind.ContentRejected, ChargeCertainty.Charged, 0.2m);
            world.Add(new ScriptedProviderOptions { Name = "second", CanFind = false });
        },
        Request = A.Request with { FailoverOnContentRejected = true },
        Blind = BlindMoment.LearnsNothing,
        MostAccepted = 2,
        IsDurable = true,
    });
}
