using VideoGen.Sdk.Routing;
using VideoGen.Sdk.Tests.Workflow.World;

namespace VideoGen.Sdk.Tests.Routing;

public sealed class ProviderHealthTests
{
    private readonly SteppedClock clock = new(TestWorld.Start);
    private readonly ProviderHealth health;

    public ProviderHealthTests() => health = new ProviderHealth(clock);

    [Theory]
    [InlineData(ProviderFailureKind.UnknownOutcome, 15, true)]
    [InlineData(ProviderFailureKind.Authentication, 300, false)]
    [InlineData(ProviderFailureKind.OutOfCredit, 300, false)]
    [InlineData(ProviderFailureKind.Retired, 86_400, false)]
    public void A_fault_of_the_account_opens_the_circuit_at_once(ProviderFailureKind kind, int seconds, bool healsByItself)
    {
        Report(kind);
        Assert.NotNull(health.Obstacle("a/default"));
        Assert.Equal(healsByItself, health.HealsAt("a/default") is not null);
        clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        Assert.NotNull(health.Obstacle("a/default"));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(health.Obstacle("a/default"));
        Assert.Null(health.Obstacle("b/default"));
    }

    [Theory]
    [InlineData(60, 60)]
    [InlineData(86_400, 3600)]
    public void A_vendor_that_names_its_time_is_left_alone_until_then_for_an_hour_at_most(int asked, int rests)
    {
        health.ReportFailure("a/default", new ProviderFailure { Kind = ProviderFailureKind.Transient, Message = "maintenance", RetryAfter = TimeSpan.FromSeconds(asked) });

        Assert.Equal(TestWorld.Start + TimeSpan.FromSeconds(rests), health.HealsAt("a/default"));
    }

    [Fact]
    public void Transient_faults_open_it_at_the_fifth_and_longer_each_time()
    {
        for (var i = 0; i < 4; i++)
        {
            Report(ProviderFailureKind.Transient);
            Assert.Null(health.Obstacle("a/default"));
        }

        Report(ProviderFailureKind.Transient);
        Assert.Equal(TestWorld.Start + TimeSpan.FromSeconds(15), health.HealsAt("a/default"));
        Report(ProviderFailureKind.Timeout);
        Assert.Equal(TestWorld.Start + TimeSpan.FromSeconds(30), health.HealsAt("a/default"));
    }

    [Fact]
    public void Failures_of_a_single_request_open_and_count_nothing()
    {
        for (var i = 0; i < 20; i++)
        {
            Report(ProviderFailureKind.InvalidRequest);
            Report(ProviderFailureKind.ContentRejected);
        }

        Report(ProviderFailureKind.Transient);
        Assert.Null(health.Obstacle("a/default"));
    }

    [Fact]
    public void A_success_closes_it()
    {
        Report(ProviderFailureKind.UnknownOutcome);
        health.ReportSuccess("a/default");

        Assert.Null(health.Obstacle("a/default"));
    }

    [Fact]
    public void A_lesser_fault_does_not_shorten_a_longer_pause_nor_change_its_reason()
    {
        Report(ProviderFailureKind.Retired);
        Report(ProviderFailureKind.UnknownOutcome);

        Assert.Contains("Retired", health.Obstacle("a/default"), StringComparison.Ordinal);
        Assert.Null(health.HealsAt("a/default"));
    }

    [Fact]
    public void After_a_lost_answer_one_job_goes_first_and_the_rest_doubles_to_two_minutes_while_that_one_is_lost_too()
    {
        foreach (var seconds in (int[])[15, 30, 60, 120, 120])
        {
            Report(ProviderFailureKind.UnknownOutcome);
            Report(ProviderFailureKind.UnknownOutcome);
            Assert.False(health.MayPost("a/default"));
            Assert.Equal(clock.GetUtcNow() + TimeSpan.FromSeconds(seconds), health.HealsAt("a/default"));

            clock.Advance(TimeSpan.FromSeconds(seconds));
            Assert.Null(health.Obstacle("a/default"));
            Assert.True(health.MayPost("a/default"));
            Assert.False(health.MayPost("a/default"));
            Assert.Contains("one job tries", health.Obstacle("a/default"), StringComparison.Ordinal);
            Assert.NotNull(health.HealsAt("a/default"));
        }

        health.ReportSuccess("a/default");
        Assert.True(health.MayPost("a/default") && health.MayPost("a/default"));
        Report(ProviderFailureKind.UnknownOutcome);
        Assert.Equal(clock.GetUtcNow() + TimeSpan.FromSeconds(15), health.HealsAt("a/default"));
    }

    [Fact]
    public void Any_answer_ends_the_trial()
    {
        Report(ProviderFailureKind.UnknownOutcome);
        clock.Advance(TimeSpan.FromSeconds(15));
        Assert.True(health.MayPost("a/default"));
        Report(ProviderFailureKind.ContentRejected);

        Assert.True(health.MayPost("a/default") && health.MayPost("a/default"));
    }

    [Theory]
    [InlineData(ProviderFailureKind.ContentRejected)]
    [InlineData(ProviderFailureKind.Transient)]
    public void A_video_that_fails_meanwhile_is_no_answer_to_the_trial(ProviderFailureKind kind)
    {
        Report(ProviderFailureKind.UnknownOutcome);
        clock.Advance(TimeSpan.FromSeconds(15));
        Assert.True(health.MayPost("a/default"));
        health.ReportFailedVideo("a/default", new ProviderFailure { Kind = kind, Message = "of an earlier job" });

        Assert.False(health.MayPost("a/default"));
        Assert.NotNull(health.HealsAt("a/default"));
        Report(ProviderFailureKind.UnknownOutcome);
        Assert.Equal(clock.GetUtcNow() + TimeSpan.FromSeconds(30), health.HealsAt("a/default"));
    }

    [Fact]
    public void A_trial_that_sent_nothing_is_another_jobs()
    {
        Report(ProviderFailureKind.UnknownOutcome);
        clock.Advance(TimeSpan.FromSeconds(15));
        Assert.True(health.MayPost("a/default"));
        health.ReportNotPosted("a/default");

        Assert.True(health.MayPost("a/default"));
        Assert.False(health.MayPost("a/default"));
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True(health.MayPost("a/default"));
    }

    private void Report(ProviderFailureKind kind) => health.ReportFailure("a/default", new ProviderFailure { Kind = kind, Message = "because" });
}
