using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.AspNetCore.Tests.Webhooks.World;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Workflow;
using Xunit;

namespace VideoGen.Sdk.AspNetCore.Tests.Webhooks;

/// <summary>Vendors wait a second; whoever they deliver to may be slower.</summary>
public sealed class AnswerTimeTests : IVideoCallbacks, IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new();
    private readonly Happenings<string> begun = new();
    private readonly TaskCompletionSource<CallbackReceipt> outcome = new();
    private readonly HttpClient http = new();
    private WebApplication? app;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton<IVideoCallbacks>(this);
        app = builder.Build();
        app.MapVideoWebhooks();
        await app.StartAsync(Stop);
    }

    public Task<CallbackReceipt> AcceptAsync(string provider, string account, string? clientReference, CallbackDelivery delivery, CancellationToken cancellationToken = default)
    {
        begun.Add($"{provider}/{account}/{clientReference}");
        return outcome.Task;
    }

    [Fact]
    public async Task What_is_not_written_down_within_a_second_is_asked_for_again_and_goes_on()
    {
        var posting = PostAsync();
        Assert.Equal(["kling/default/vg-1"], await begun.WaitAsync(_ => true, 1, Stop));
        while (!posting.IsCompleted)
        {
            // The answer's timer may not be set yet.
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        using var answer = await posting;
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "5"), (answer.StatusCode, answer.Headers.RetryAfter?.ToString()));

        outcome.SetResult(new CallbackReceipt { Outcome = CallbackOutcome.Duplicate });
        using var again = await PostAsync();
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Theory]
    [InlineData(CallbackOutcome.Accepted, 200)]
    [InlineData(CallbackOutcome.Duplicate, 200)]
    [InlineData(CallbackOutcome.Hint, 200)]
    [InlineData(CallbackOutcome.Unmatched, 200)]
    [InlineData(CallbackOutcome.Refused, 401)]
    [InlineData(CallbackOutcome.Malformed, 400)]
    [InlineData(CallbackOutcome.UnknownAccount, 404)]
    public async Task Every_outcome_has_its_status(CallbackOutcome what, int status)
    {
        outcome.SetResult(new CallbackReceipt { Outcome = what });

        using var answer = await PostAsync();

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_store_that_fails_makes_the_vendor_deliver_again()
    {
        outcome.SetException(new StoreException("locked"));

        using var answer = await PostAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    [Fact]
    public async Task An_unreasonable_crowd_is_asked_to_come_again()
    {
        var waiting = Enumerable.Range(0, 128).Select(_ => PostAsync()).ToList();
        await begun.WaitAsync(_ => true, 128, Stop);

        using var refused = await PostAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);

        outcome.SetResult(new CallbackReceipt { Outcome = CallbackOutcome.Accepted });
        Assert.All(await Task.WhenAll(waiting), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        using var after = await PostAsync();
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app!.DisposeAsync();
    }

    private Task<HttpResponseMessage> PostAsync() =>
        http.PostAsync(new Uri($"{app!.Urls.Single()}/videogen/webhooks/kling/default/vg-1"), new StringContent("{}", null, "application/json"), Stop);
}
