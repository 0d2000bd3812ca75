using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Runway;

public sealed class RunwayAccountTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_organization_shows_credits_limits_and_use()
    {
        await using var server = RawServer.Answering((200, """
            {"creditBalance":1234.5,"tier":{"maxMonthlyCreditSpend":null,"models":{"gen4.5":{"maxConcurrentGenerations":3,"maxDailyGenerations":null}}},
             "usage":{"models":{"gen4.5":{"dailyGenerations":7},"veo3":{"dailyGenerations":1}}}}
            """));

        var organization = await RunwayDesk.At(server).GetOrganizationAsync(Token);

        Assert.Equal((1234.5m, null), (organization.CreditBalance, organization.MaxMonthlyCreditSpend));
        Assert.Equal((3, null, 7), (organization.Models["gen4.5"].MaxConcurrent, organization.Models["gen4.5"].MaxDaily, organization.Models["gen4.5"].Daily));
        Assert.Equal((null, 1), (organization.Models["veo3"].MaxConcurrent, organization.Models["veo3"].Daily));
        Assert.Equal("/v1/organization", server.Requests.Single().Path);
    }

    [Fact]
    public async Task Usage_is_told_by_day_and_model_and_may_be_below_zero()
    {
        await using var server = RawServer.Answering((200, """
            {"models":["gen4.5"],"results":[{"date":"2026-11-20","usedCredits":[{"model":"gen4.5","amount":60},{"model":"gen4.5","amount":-12.5}]},{"date":"2026-11-21","usedCredits":[]}]}
            """));

        var days = await RunwayDesk.At(server).GetUsageAsync(new DateOnly(2026, 11, 20), cancellationToken: Token);

        Assert.Equal([new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 21)], days.Select(d => d.Date));
        Assert.Equal(47.5m, days[0].CreditsByModel["gen4.5"]);
        Assert.Equal(("POST", "/v1/organization/usage", """{"startDate":"2026-11-20"}"""), (server.Requests.Single().Method, server.Requests.Single().Path, server.Requests.Single().Text));
    }

    [Fact]
    public async Task A_wrong_key_is_told_as_such()
    {
        await using var server = RawServer.Answering((401, """{"error":"Invalid API key"}"""));

        Assert.Equal(ProviderFailureKind.Authentication, (await Assert.ThrowsAsync<ProviderCallException>(() => RunwayDesk.At(server).GetOrganizationAsync(Token))).Failure!.Kind);
    }
}
