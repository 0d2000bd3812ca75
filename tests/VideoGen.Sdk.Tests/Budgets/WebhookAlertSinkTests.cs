using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Contracts.Budgets;
using VideoGen.Sdk.Http;

namespace VideoGen.Sdk.Tests.Budgets;

public sealed class WebhookAlertSinkTests : BudgetAlertSinkContract, IDisposable
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero));
    private readonly AlertReceiver receiver = new();
    private readonly BudgetOptions options = new() { AlertWebhookSecret = Secret, AlertWebhookAllowsLoopback = true };
    private readonly WebhookAlertSink sink;

    public WebhookAlertSinkTests()
    {
        options.AlertWebhookUrl = receiver.Address;
        sink = new WebhookAlertSink(new FixedOptions(options), clock);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected override Task<(IBudgetAlertSink Sink, Func<IReadOnlyList<string>> Arrived)> WorkingAsync() =>
        Task.FromResult<(IBudgetAlertSink, Func<IReadOnlyList<string>>)>((sink, () => [.. receiver.Posts.Select(post => post.Head["webhook-id"])]));

    protected override Task<IBudgetAlertSink?> BrokenAsync()
    {
        receiver.Status = 503;
        return Task.FromResult<IBudgetAlertSink?>(sink);
    }

    [Fact]
    public async Task What_is_posted_is_signed_over_id_time_and_body_and_a_forger_is_found()
    {
        await sink.DeliverAsync(Alert, Stop);

        var (head, body) = Assert.Single(receiver.Posts);
        bool IsValid(string secret, string id) => StandardWebhookSignature.IsValid([secret], id, head["webhook-timestamp"], head["webhook-signature"], body, clock.GetUtcNow());
        Assert.True(IsValid(Secret, Alert.Id));
        Assert.False(IsValid("whsec_AAAA", Alert.Id));
        Assert.False(IsValid(Secret, "another"));
        Assert.Equal("application/json", head["content-type"]);
    }

    [Fact]
    public async Task The_body_tells_the_facts_with_exact_amounts()
    {
        await sink.DeliverAsync(Alert, Stop);

        using var body = JsonDocument.Parse(Assert.Single(receiver.Posts).Body);
        var root = body.RootElement;
        Assert.Equal((Alert.Id, "budget.alert", "Threshold", "All", "daily budget", 90, 10m, 9.25m), (
            root.GetProperty("id").GetString(), root.GetProperty("type").GetString(), root.GetProperty("kind").GetString(), root.GetProperty("scope").GetString(), root.GetProperty("limit").GetString(),
            root.GetProperty("percent").GetInt32(), root.GetProperty("limit_usd").GetDecimal(), root.GetProperty("used_usd").GetDecimal()));
        Assert.Equal(Alert.Message, root.GetProperty("message").GetString());
        Assert.False(root.TryGetProperty("job_id", out _));
    }

    [Theory]
    [InlineData(302)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task An_answer_that_is_no_success_is_said_without_the_address_and_no_redirect_is_followed(int status)
    {
        receiver.Status = status;
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => sink.DeliverAsync(Alert, Stop));

        Assert.Equal(status, (int)failure.StatusCode!);
        Assert.DoesNotContain("secret-token", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_inside_is_refused_unless_it_is_allowed()
    {
        options.AlertWebhookAllowsLoopback = false;
        await Assert.ThrowsAnyAsync<Exception>(() => sink.DeliverAsync(Alert, Stop));
        Assert.Empty(receiver.Posts);
    }

    [Fact]
    public async Task Without_an_address_nothing_is_posted()
    {
        options.AlertWebhookUrl = null;
        await sink.DeliverAsync(Alert, Stop);
        Assert.Empty(receiver.Posts);
    }

    public void Dispose()
    {
        sink.Dispose();
        receiver.Dispose();
    }
}
