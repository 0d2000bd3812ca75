using OpenTelemetry.Metrics;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;

namespace VideoGen.Sdk.Tests.Workflow.Telemetry;

public sealed class MetricTests : IDisposable
{
    private const string Metered = "metered";

    private readonly HeardTelemetry heard = new();

    public void Dispose() => heard.Dispose();

    [Fact]
    public async Task An_attempt_is_measured_from_its_paid_request_to_its_end_in_buckets_that_fit_minutes()
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { Name = Metered });
        await world.StartProcess().GenerateAsync();

        var attempt = (await world.OnlyJobAsync()).CurrentAttempt!;
        var point = Assert.Single(heard.PointsOf("gen_ai.client.operation.duration", "gen_ai.provider.name", Metered));
        Assert.Equal(1, point.GetHistogramCount());
        Assert.Equal((attempt.ClosedAt - attempt.IntentAt)!.Value.TotalSeconds, point.GetHistogramSum(), 3);
        var bounds = new List<double>();
        foreach (var bucket in point.GetHistogramBuckets())
        {
            bounds.Add(bucket.ExplicitBound);
        }

        Assert.Contains(60, bounds);
        Assert.Contains(3600, bounds);
    }

    [Fact]
    public async Task Money_and_polls_are_counted_by_provider()
    {
        await using var world = new TestWorld();
        var reads = 0;
        world.Add(new ScriptedProviderOptions { Name = "metered-money" }).Vendor.OnStatus = () =>
        {
            reads++;
            return Task.CompletedTask;
        };
        var result = await world.StartProcess().GenerateAsync();

        Assert.Equal((double)result.CostUsd, Assert.Single(heard.PointsOf("videogen.cost.charged", "gen_ai.provider.name", "metered-money")).GetSumDouble(), 6);
        Assert.Equal(reads, Assert.Single(heard.PointsOf("videogen.poll", "gen_ai.provider.name", "metered-money")).GetSumLong());
    }

    [Fact]
    public async Task Money_that_nobody_can_account_for_is_counted_apart()
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { Name = "metered-lost", CanFind = false }).Vendor.Then(new SubmitScript { Submit = ScriptedSubmit.AcceptAndLoseAnswer });
        world.Add(new ScriptedProviderOptions { Name = "other" });
        var result = await world.StartProcess().GenerateAsync(A.Request with { AllowPossibleDoubleCharge = true });

        Assert.True(result.UnverifiedUsd > 0);
        Assert.Equal((double)result.UnverifiedUsd, Assert.Single(heard.PointsOf("videogen.cost.unverified", "gen_ai.provider.name", "metered-lost")).GetSumDouble(), 6);
    }
}
