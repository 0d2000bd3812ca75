using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;

namespace VideoGen.Sdk.Tests.Workflow;

/// <summary>What a vendor takes is learned by one process and known to the next.</summary>
public sealed class LearningTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_watched_run_is_noted_for_its_model_and_length()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = new SubmitScript { Statuses = [.. Enumerable.Repeat(new ProviderJobStatus { State = ProviderJobState.Running }, 9), .. new SubmitScript().Statuses] };
        var looks = new List<DateTimeOffset>();
        world.Vendor.OnStatus = () =>
        {
            looks.Add(world.Clock.GetUtcNow());
            return Task.CompletedTask;
        };
        await world.StartProcess().GenerateAsync();

        var attempt = (await world.OnlyJobAsync()).CurrentAttempt!;
        var run = Assert.Single(await world.Jobs.GetRunTimesAsync(RunKind.Of(attempt), Stop));
        Assert.InRange(attempt.AcceptedAt!.Value + run, looks[^2], looks[^1]);
        Assert.Equal(5, RunKind.Of(attempt).Seconds);
    }

    [Fact]
    public async Task A_run_whose_end_nobody_watched_teaches_nothing()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = new SubmitScript { Statuses = [new SubmitScript().Statuses[^1]] };
        var dead = world.StartProcess();
        world.Vendor.OnStatus = () =>
        {
            dead.Chaos.Die();
            return Task.CompletedTask;
        };
        await dead.TryGenerateAsync();
        world.Vendor.OnStatus = () => Task.CompletedTask;
        world.LetLeasesLapse();
        await world.StartProcess().GenerateAsync();

        var kind = RunKind.Of((await world.OnlyJobAsync()).CurrentAttempt!);
        Assert.Empty(await world.Jobs.GetRunTimesAsync(kind, Stop));
    }
}
