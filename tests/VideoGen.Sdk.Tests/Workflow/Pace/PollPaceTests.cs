using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow.Pace;

/// <summary>The pace of one process, and what it teaches the next.</summary>
public sealed class PollPaceTests
{
    private static readonly ProviderDescriptor Vendor = new() { Name = "unlisted", Account = "default", PollFloor = TimeSpan.FromSeconds(5) };

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private readonly InMemoryJobStore store;

    public PollPaceTests() => store = new InMemoryJobStore(clock);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Half_an_hour_that_no_catalogue_lists_is_learned_and_known_to_the_next_process()
    {
        var calls = new List<int>();
        for (var video = 0; video < 8; video++)
        {
            calls.Add(await WatchAsync(TimeSpan.FromMinutes(30), NewProcess()));
        }

        Assert.True(calls[^1] <= 12 && calls[0] > 12, string.Join(", ", calls));
        Assert.All(await store.GetRunTimesAsync(RunKind.Of(Attempt()), Stop), run => Assert.InRange(run, TimeSpan.FromMinutes(27), TimeSpan.FromMinutes(33)));
    }

    [Fact]
    public async Task A_callback_teaches_the_very_moment()
    {
        var (pace, attempt) = (NewProcess(), Attempt());
        await pace.NextAsync(Vendor, attempt, Running(), Stop);
        clock.Advance(TimeSpan.FromSeconds(8));
        var wokenAt = clock.GetUtcNow();
        clock.Advance(TimeSpan.FromSeconds(1));
        await pace.LearnAsync(attempt, wokenAt);

        Assert.Equal([TimeSpan.FromSeconds(8)], await store.GetRunTimesAsync(RunKind.Of(attempt), Stop));
    }

    [Fact]
    public async Task What_was_not_looked_at_for_long_teaches_nothing()
    {
        var (pace, attempt) = (NewProcess(), Attempt());
        await pace.LearnAsync(attempt, null);
        await pace.NextAsync(Vendor, attempt, Running(), Stop);
        clock.Advance(TimeSpan.FromHours(5));
        await pace.LearnAsync(attempt, null);

        Assert.Empty(await store.GetRunTimesAsync(RunKind.Of(attempt), Stop));
    }

    [Fact]
    public async Task The_vendors_floor_and_its_word_are_never_undercut()
    {
        var (pace, attempt) = (NewProcess(), Attempt());
        for (var i = 0; i < 200; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(i));
            Assert.True(await pace.NextAsync(Vendor, attempt, Running(), Stop) >= Vendor.PollFloor);
            Assert.True(await pace.NextAsync(Vendor, attempt, Running() with { RetryAfter = TimeSpan.FromMinutes(20) }, Stop) >= TimeSpan.FromMinutes(20));
            Assert.True(pace.AfterFailure(Vendor, attempt, new ProviderFailure { Kind = ProviderFailureKind.RateLimited, RetryAfter = TimeSpan.FromMinutes(7), Message = "429" }) >= TimeSpan.FromMinutes(7));
        }
    }

    [Fact]
    public async Task A_store_that_fails_costs_no_poll()
    {
        var broken = new Testing.Chaos.ChaosProcess { IsCutOff = true };
        var pace = new PollPace(ModelCatalogue.Embedded, new LearnedRuns(new Testing.Chaos.ChaosJobStore(store, broken), clock), clock);
        var attempt = Attempt();

        Assert.InRange(await pace.NextAsync(Vendor, attempt, Running(), Stop), TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1));
        clock.Advance(TimeSpan.FromSeconds(6));
        await pace.LearnAsync(attempt, null);
    }

    [Fact]
    public async Task Known_times_stand_in_when_they_cannot_be_read_after_a_run_was_noted()
    {
        var process = new Testing.Chaos.ChaosProcess();
        var learned = new LearnedRuns(new Testing.Chaos.ChaosJobStore(store, process), clock);
        var attempt = Attempt();
        await store.AddRunTimeAsync(RunKind.Of(attempt), TimeSpan.FromSeconds(40), Stop);
        Assert.Single(await learned.OfAsync(attempt, Stop));

        await learned.AddAsync(attempt, TimeSpan.FromSeconds(50));
        process.IsCutOff = true;
        Assert.Equal([TimeSpan.FromSeconds(40)], await learned.OfAsync(attempt, Stop));
    }

    private static ProviderJobStatus Running() => new() { State = ProviderJobState.Running };

    private PollPace NewProcess() => new(ModelCatalogue.Embedded, new LearnedRuns(store, clock), clock);

    private async Task<int> WatchAsync(TimeSpan took, PollPace pace)
    {
        var (attempt, calls) = (Attempt(), 1);
        for (; clock.GetUtcNow() < attempt.AcceptedAt + took; calls++)
        {
            clock.Advance(await pace.NextAsync(Vendor, attempt, Running(), Stop));
        }

        await pace.LearnAsync(attempt, null);
        return calls;
    }

    private Attempt Attempt() => new()
    {
        Number = 1,
        Provider = "unlisted",
        Account = "default",
        Spec = new GenerationSpec { Model = "model", Prompt = "a red fox in the snow", Duration = TimeSpan.FromSeconds(5) },
        ClientReference = "reference",
        EstimateUsd = 1m,
        LongestRun = TimeSpan.FromHours(2),
        PlannedAt = clock.GetUtcNow(),
        AcceptedAt = clock.GetUtcNow(),
    };
}
