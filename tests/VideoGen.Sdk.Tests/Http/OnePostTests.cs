using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Http;

public sealed class OnePostTests
{
    public static TheoryData<string, string> Everything()
    {
        var all = new TheoryData<string, string>();
        foreach (var app in new[] { "nothing", "standard", "hedging", "own retry", "own retry with a new message", "own hedge", "own timeout" })
        {
            foreach (var wire in new[] { "503", "307", "reset", "close" })
            {
                all.Add(app, wire);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Whatever_the_app_configured_one_POST_reaches_the_socket(string app, string wire)
    {
        await using var server = new RawServer(call => MisbehaveAsync(call, wire));
        await using var services = App(app);
        var http = VendorHttp.Create(services.GetRequiredService<IHttpClientFactory>(), "kling", () => Calls.At(server.BaseUrl));

        var outcome = await http.SendOnceAsync(Calls.Submit(), TestContext.Current.CancellationToken);

        Assert.Equal(1, server.Posts);
        Assert.Single(server.Requests);
        if (wire is "503" or "307")
        {
            Assert.Equal(wire, Assert.IsType<TransportOutcome.Answered>(outcome).Answer.Code.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        else
        {
            var failure = Assert.IsType<TransportOutcome.Lost>(outcome).Failure;
            Assert.Equal((ProviderFailureKind.UnknownOutcome, ChargeCertainty.Unknown), (failure.Kind, failure.Charge));
        }
    }

    [Fact]
    public async Task A_handler_that_answers_in_our_place_leaves_the_outcome_unknown()
    {
        await using var server = RawServer.Answering((200, "{}"));
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(b => b.AddHttpMessageHandler(() => new AnsweringHandler()));
        services.AddVendorHttp("kling");
        await using var provider = services.BuildServiceProvider();
        var http = VendorHttp.Create(provider.GetRequiredService<IHttpClientFactory>(), "kling", () => Calls.At(server.BaseUrl));

        Assert.IsType<TransportOutcome.Lost>(await http.SendOnceAsync(Calls.Submit(), TestContext.Current.CancellationToken));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_verb_that_is_not_safe_cannot_leave_without_a_ticket()
    {
        await using var server = RawServer.Answering((200, "{}"));
        using var client = VendorPipeline.Client(VendorPipeline.Create(TimeProvider.System));

        await Assert.ThrowsAsync<RepeatedSendException>(() => client.PostAsync(server.BaseUrl, new StringContent("{}"), TestContext.Current.CancellationToken));
        Assert.Empty(server.Requests);
    }

    private static Task MisbehaveAsync(RawCall call, string wire)
    {
        switch (wire)
        {
            case "503":
                return call.AnswerAsync(503, "{}");
            case "307":
                return call.AnswerAsync(307, "", "Location: /elsewhere");
            case "reset":
                call.Reset();
                return Task.CompletedTask;
            default:
                call.Close();
                return Task.CompletedTask;
        }
    }

    private static ServiceProvider App(string app)
    {
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(b => _ = app switch
        {
            "standard" => b.AddStandardResilienceHandler(),
            "hedging" => (object)b.AddStandardHedgingHandler(),
            "own retry" => b.AddHttpMessageHandler(() => new RetryingHandler(clones: false)),
            "own retry with a new message" => b.AddHttpMessageHandler(() => new RetryingHandler(clones: true)),
            "own hedge" => b.AddHttpMessageHandler(() => new HedgingHandler()),
            "own timeout" => b.AddHttpMessageHandler(() => new ImpatientHandler()),
            _ => b,
        });
        services.AddVendorHttp("kling");
        return services.BuildServiceProvider();
    }
}
