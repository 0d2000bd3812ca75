using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Runway;

public sealed class RunwayStatusTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"id":"x","status":"PENDING","createdAt":"2026-11-22T10:00:00.000Z","estimatedCost":{"credits":60}}""", ProviderJobState.Queued, null)]
    [InlineData("""{"id":"x","status":"THROTTLED","estimatedCost":{"credits":60}}""", ProviderJobState.Queued, null)]
    [InlineData("""{"id":"x","status":"RUNNING","progress":0.4,"estimatedCost":{"credits":60}}""", ProviderJobState.Running, 0.4)]
    [InlineData("""{"id":"x","status":"RUNNING","progress":40,"estimatedCost":{"credits":60}}""", ProviderJobState.Running, 0.4)]
    [InlineData("""{"id":"x","status":"HIBERNATING","estimatedCost":{"credits":60}}""", ProviderJobState.Unknown, null)]
    public async Task A_task_under_way_shows_its_state_and_the_most_it_may_charge(string body, ProviderJobState state, double? progress)
    {
        var status = await ReadAsync(200, body);

        Assert.Equal((state, progress, 0.60m, null, false), (status.State, status.Progress, status.EstimateUsd, status.ChargeUsd, status.IsEnded));
    }

    [Fact]
    public async Task A_finished_task_brings_its_file_and_its_final_cost()
    {
        var status = await ReadAsync(200, """{"id":"x","status":"SUCCEEDED","output":["https://cdn.example/out.mp4?_jwt=x"],"cost":{"credits":114}}""");

        Assert.Equal((ProviderJobState.Succeeded, 1.14m), (status.State, status.ChargeUsd));
        Assert.Equal("https://cdn.example/out.mp4?_jwt=x", Assert.Single(status.Outputs).AbsoluteUri);
    }

    [Theory]
    [InlineData("""{"status":"SUCCEEDED","output":[],"cost":{"credits":60}}""", ProviderJobState.Unknown)]
    [InlineData("""{"status":"SUCCEEDED"}""", ProviderJobState.Unknown)]
    [InlineData("""{"status":"SUCCEEDED","output":["not a link"],"cost":{"credits":60}}""", ProviderJobState.Unknown)]
    [InlineData("""{"status":"SUCCEEDED","output":[],"cost":{"credits":0}}""", ProviderJobState.Failed)]
    public async Task A_success_without_a_file_is_none(string body, ProviderJobState state) => Assert.Equal(state, (await ReadAsync(200, body)).State);

    [Theory]
    [InlineData("""{"status":"CANCELLED"}""", ChargeCertainty.Unknown)]
    [InlineData("""{"status":"CANCELED","cost":{"credits":60}}""", ChargeCertainty.Charged)]
    [InlineData("""{"status":"CANCELLED","cost":{"credits":0}}""", ChargeCertainty.None)]
    public async Task A_task_that_somebody_stopped_is_cancelled_not_failed(string body, ChargeCertainty charge)
    {
        var status = await ReadAsync(200, body);

        Assert.Equal((ProviderJobState.Cancelled, ProviderFailureKind.Transient, charge), (status.State, status.Failure?.Kind, status.Failure?.Charge));
    }

    [Theory]
    [InlineData("SAFETY.INPUT.TEXT", ProviderFailureKind.ContentRejected)]
    [InlineData("SAFETY.INPUT.IMAGE", ProviderFailureKind.ContentRejected)]
    [InlineData("SAFETY.OUTPUT.VIDEO", ProviderFailureKind.ContentRejected)]
    [InlineData("INPUT_PREPROCESSING.SAFETY.TEXT", ProviderFailureKind.ContentRejected)]
    [InlineData("INPUT_PREPROCESSING.SAFETY.THIRD_PARTY", ProviderFailureKind.ContentRejected)]
    [InlineData("NEW.SAFETY.THING", ProviderFailureKind.ContentRejected)]
    [InlineData("ASSET.INVALID", ProviderFailureKind.InvalidRequest)]
    [InlineData("THIRD_PARTY.INPUT_VALIDATION", ProviderFailureKind.NotSupported)]
    [InlineData("THIRD_PARTY.UNAVAILABLE", ProviderFailureKind.Transient)]
    [InlineData("INTERNAL.BAD_OUTPUT.01", ProviderFailureKind.Transient)]
    [InlineData("INTERNAL.BAD_OUTPUT.CODE01", ProviderFailureKind.Transient)]
    [InlineData("INPUT_PREPROCESSING.INTERNAL", ProviderFailureKind.Transient)]
    [InlineData("INTERNAL", ProviderFailureKind.Transient)]
    [InlineData("SOMETHING.NEW", ProviderFailureKind.Transient)]
    public async Task A_failure_is_told_by_the_beginning_of_its_code_and_charged_by_its_cost(string code, ProviderFailureKind kind)
    {
        foreach (var (cost, charge, chargeUsd) in new[] { (""","cost":{"credits":60}""", ChargeCertainty.Charged, (decimal?)0.60m), (""","cost":{"credits":0}""", ChargeCertainty.None, 0m), ("", kind == ProviderFailureKind.ContentRejected ? ChargeCertainty.Charged : ChargeCertainty.Unknown, null) })
        {
            var status = await ReadAsync(200, $$"""{"id":"x","status":"FAILED","failure":"text for developers","failureCode":"{{code}}"{{cost}}}""");

            Assert.Equal((ProviderJobState.Failed, kind, charge, chargeUsd, code), (status.State, status.Failure!.Kind, status.Failure.Charge, status.ChargeUsd, status.Failure.ProviderCode));
        }
    }

    [Fact]
    public async Task A_failure_without_a_code_may_heal() =>
        Assert.Equal((ProviderFailureKind.Transient, ChargeCertainty.None), (await ReadAsync(200, """{"status":"FAILED","cost":{"credits":0}}""")).Failure is { } f ? (f.Kind, f.Charge) : default);

    [Fact]
    public async Task A_failure_that_quotes_the_prompt_is_told_without_it() =>
        Assert.DoesNotContain("lighthouse", (await ReadAsync(200, $$"""{"status":"FAILED","failure":"no: {{RunwayDesk.Prompt}}","failureCode":"SAFETY.INPUT.TEXT"}""")).Failure!.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("CANCELLED")]
    [InlineData("CANCELED")]
    public async Task Both_spellings_of_cancelled_are_known(string word) =>
        Assert.Equal((ProviderJobState.Cancelled, 0.05m), (await ReadAsync(200, $$$"""{"status":"{{{word}}}","cost":{"credits":5}}""")) is var s ? (s.State, s.ChargeUsd) : default);

    [Fact]
    public async Task A_task_that_is_gone_is_not_visible() =>
        Assert.Equal(ProviderJobState.NotVisible, (await ReadAsync(404, """{"error":"Could not find Task"}""")).State);

    [Theory]
    [InlineData(401, """{"error":"Invalid API key"}""", ProviderFailureKind.Authentication)]
    [InlineData(429, """{"error":"Too many requests"}""", ProviderFailureKind.RateLimited)]
    [InlineData(200, "<html>", ProviderFailureKind.Transient)]
    [InlineData(302, "", ProviderFailureKind.Transient)]
    public async Task A_question_that_fails_says_nothing_about_the_task(int status, string body, ProviderFailureKind kind) =>
        Assert.Equal(kind, (await Assert.ThrowsAsync<ProviderCallException>(() => ReadAsync(status, body))).Failure!.Kind);

    private static async Task<ProviderJobStatus> ReadAsync(int status, string body)
    {
        await using var server = RawServer.Answering((status, body));
        var read = await RunwayDesk.At(server).GetStatusAsync(RunwayDesk.Job(), Token);
        Assert.Equal($"/v1/tasks/{RunwayDesk.Id}", server.Requests.First().Path);
        return read;
    }
}
