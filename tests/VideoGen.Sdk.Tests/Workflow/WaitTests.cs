using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow;

public sealed class WaitTests
{
    [Theory]
    [InlineData(ProviderJobState.NotVisible)]
    [InlineData(ProviderJobState.Unknown)]
    public async Task What_nobody_can_read_is_left_to_a_person_after_an_hour_and_goes_on_when_it_clears(ProviderJobState unclear)
    {
        await using var world = new TestWorld();
        var odd = new ProviderJobStatus { State = unclear, WireState = "pondering" };
        world.Add().Vendor.Default = new SubmitScript { Statuses = [odd] };
        var process = world.StartProcess();
        var request = A.Request with { Deadline = TimeSpan.FromHours(9) };
        await Assert.ThrowsAsync<NeedsAttentionException>(() => process.GenerateAsync(request));

        Assert.InRange(world.Clock.GetUtcNow() - TestWorld.Start, TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(63));
        Assert.Equal(LineState.Reserved, Assert.Single(await world.LinesAsync()).State);
        Assert.Equal(1, world.Vendor.Posts);
    }

    [Fact]
    public async Task A_status_request_that_never_comes_back_is_given_up_and_asked_again()
    {
        await using var world = new TestWorld();
        world.Add();
        var (asked, never) = (0, new TaskCompletionSource());
        world.Vendor.OnStatus = () => ++asked == 1 ? never.Task : Task.CompletedTask;
        var generating = world.StartProcess().BeginAsync();
        await Turns.UntilAsync(() => asked == 1);
        world.Clock.Pass(TimeSpan.FromMinutes(4));

        await Truth.MustBeFinishedAsync(world, await world.DriveAsync(generating));
        Assert.True(asked > 1);
        never.SetResult();
    }

    [Fact]
    public async Task A_job_that_shows_itself_late_is_no_trouble()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = new SubmitScript { Statuses = [.. Enumerable.Repeat(new ProviderJobStatus { State = ProviderJobState.NotVisible }, 4), .. new SubmitScript().Statuses] };

        await Truth.MustBeFinishedAsync(world, await world.StartProcess().GenerateAsync());
    }

    [Fact]
    public async Task A_success_without_an_output_is_no_success()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = new SubmitScript { Downloads = [.. Enumerable.Repeat(ScriptedDownload.Missing, 100)] };

        var attention = await Assert.ThrowsAsync<NeedsAttentionException>(() => world.StartProcess().GenerateAsync());
        Assert.Contains("could not be fetched", attention.Message, StringComparison.Ordinal);
        Assert.Equal(VideoState.NeedsAttention, (await world.OnlyJobAsync()).State);
        Assert.Equal(LineState.Charged, Assert.Single(await world.LinesAsync()).State);
    }

    [Fact]
    public async Task A_vendor_that_is_down_while_it_works_is_asked_again_and_written_nothing_for()
    {
        await using var world = new TestWorld();
        world.Add();
        var process = world.StartProcess();
        var asked = 0;
        world.Vendor.OnStatus = () => ++asked <= 6 ? throw new ProviderCallException("scripted", new ProviderFailure { Kind = ProviderFailureKind.Transient, Message = "502" }) : Task.CompletedTask;
        await Truth.MustBeFinishedAsync(world, await process.GenerateAsync());

        await using var calm = new TestWorld();
        calm.Add();
        var other = calm.StartProcess();
        await other.GenerateAsync();
        Assert.Equal(other.Chaos.Writes.Count, process.Chaos.Writes.Count);
    }

    [Fact]
    public async Task Polls_keep_the_vendors_floor()
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { PollFloor = TimeSpan.FromSeconds(20) }).Vendor.Default = new SubmitScript { Statuses = [.. Enumerable.Repeat(new ProviderJobStatus { State = ProviderJobState.Running }, 9), .. new SubmitScript().Statuses] };
        var at = new List<DateTimeOffset>();
        world.Vendor.OnStatus = () =>
        {
            at.Add(world.Clock.GetUtcNow());
            return Task.CompletedTask;
        };
        await world.StartProcess().GenerateAsync();

        Assert.All(at.Zip(at.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(20)));
    }
}
