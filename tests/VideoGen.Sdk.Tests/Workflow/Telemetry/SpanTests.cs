using System.Diagnostics;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;

namespace VideoGen.Sdk.Tests.Workflow.Telemetry;

public sealed class SpanTests : IDisposable
{
    private readonly HeardTelemetry heard = new();

    public void Dispose() => heard.Dispose();

    [Fact]
    public async Task A_video_is_one_span_with_its_attempt_and_stages_below_it()
    {
        await using var world = new TestWorld();
        world.Add();
        using var caller = HeardTelemetry.Call();
        var result = await world.StartProcess().GenerateAsync(A.Request with { Tenant = "acme" });

        var spans = heard.SpansOf(caller.TraceId);
        var job = Assert.Single(spans, span => span.DisplayName == "videogen.job");
        var attempt = Assert.Single(spans, span => span.Kind == ActivityKind.Client);
        Assert.Equal(caller.SpanId, job.ParentSpanId);
        Assert.Equal(job.SpanId, attempt.ParentSpanId);
        Assert.Equal((result.JobId, "Succeeded", "acme"), (job.GetTagItem("videogen.job.id"), job.GetTagItem("videogen.job.state"), job.GetTagItem("videogen.tenant")));
        Assert.Equal(ActivityStatusCode.Unset, job.Status);
        Assert.Equal(
            ("generate_content", "scripted", "video", world.RemoteJobs.Single().RemoteId),
            (attempt.GetTagItem("gen_ai.operation.name"), attempt.GetTagItem("gen_ai.provider.name"), attempt.GetTagItem("gen_ai.output.type"), attempt.GetTagItem("gen_ai.response.id")));
        Assert.Equal(
            ["videogen.prepare", "videogen.reserve", "videogen.submit", "videogen.wait", "videogen.settle"],
            spans.Where(span => span.ParentSpanId == attempt.SpanId).Select(span => span.DisplayName));
        Assert.Equal(
            ["videogen.plan", "videogen.download", "videogen.optimise", "videogen.store"],
            spans.Where(span => span.ParentSpanId == job.SpanId && span != attempt).Select(span => span.DisplayName));
    }

    [Fact]
    public async Task Money_is_told_as_it_is_held_and_charged()
    {
        await using var world = new TestWorld();
        world.Add();
        using var caller = HeardTelemetry.Call();
        var result = await world.StartProcess().GenerateAsync();

        var attempt = Assert.Single(heard.SpansOf(caller.TraceId), span => span.Kind == ActivityKind.Client);
        Assert.Equal(["videogen.money.held", "videogen.submit.answered", "videogen.money.charged"], attempt.Events.Select(told => told.Name));
        Assert.Equal((double)result.CostUsd, attempt.Events.Last().Tags.Single(tag => tag.Key == "videogen.usd").Value);
    }

    [Fact]
    public async Task Every_attempt_is_a_span_and_a_failure_says_its_kind()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = new SubmitScript { Submit = ScriptedSubmit.Reject };
        world.Add(new ScriptedProviderOptions { Name = "second" });
        using var caller = HeardTelemetry.Call();
        await world.StartProcess().GenerateAsync();

        var attempts = heard.SpansOf(caller.TraceId).Where(span => span.Kind == ActivityKind.Client).ToList();
        Assert.Equal("second", attempts[^1].GetTagItem("gen_ai.provider.name"));
        Assert.Equal(ActivityStatusCode.Unset, attempts[^1].Status);
        Assert.NotEmpty(attempts.SkipLast(1));
        Assert.All(attempts.SkipLast(1), refused =>
        {
            Assert.Equal(("scripted", ActivityStatusCode.Error), (refused.GetTagItem("gen_ai.provider.name"), refused.Status));
            Assert.NotNull(refused.GetTagItem("error.type"));
            Assert.Contains(refused.Events, told => told.Name == "videogen.money.released");
        });
    }

    [Fact]
    public async Task What_a_worker_runs_lies_in_the_trace_of_who_enqueued_it()
    {
        await using var world = new TestWorld();
        world.Add();
        var worker = await WorkerProcess.StartAsync(world);
        using var caller = HeardTelemetry.Call();
        var job = await worker.EnqueueAsync();
        caller.Stop();
        await worker.EndOfAsync(job);

        Assert.Equal(job, Assert.Single(heard.SpansOf(caller.TraceId), span => span.DisplayName == "videogen.job" && span.ParentSpanId == caller.SpanId).GetTagItem("videogen.job.id"));
    }

    [Fact]
    public async Task No_span_shows_a_prompt()
    {
        await using var world = new TestWorld();
        world.Add();
        using var caller = HeardTelemetry.Call();
        await world.StartProcess().GenerateAsync(A.Request with { Prompt = "a secret plan" });

        var spans = heard.SpansOf(caller.TraceId);
        Assert.NotEmpty(spans);
        Assert.All(spans, span => Assert.DoesNotContain("secret", string.Join(' ', span.TagObjects.Select(tag => tag.Value).Concat(span.Events.SelectMany(told => told.Tags).Select(tag => tag.Value)))));
    }
}
