using System.Text.Json;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Tests.Http;

namespace VideoGen.Sdk.Tests.Providers.Runway;

/// <summary>Runway answers for 90 days at most, so a longer stretch is asked for in parts.</summary>
public sealed class RunwayBillingTests
{
    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(90, "2026-01-01/2026-04-01")]
    [InlineData(91, "2026-01-01/2026-04-01", "2026-04-01/2026-04-02")]
    [InlineData(200, "2026-01-01/2026-04-01", "2026-04-01/2026-06-30", "2026-06-30/2026-07-20")]
    public async Task A_long_stretch_is_read_ninety_days_at_a_time_each_day_once(int days, params string[] parts)
    {
        await using var server = RawServer.Answering([.. parts.Select(part => (200, OneDay(part[..10])))]);

        var bill = await RunwayDesk.At(server).ReadBillAsync(From, From.AddDays(days), Stop);

        Assert.Equal(parts, server.Requests.Select(request => JsonDocument.Parse(request.Text).RootElement).Select(asked => $"{asked.GetProperty("startDate")}/{asked.GetProperty("beforeDate")}"));
        Assert.Equal(parts.Select(part => (DateOnly.ParseExact(part[..10], "yyyy-MM-dd"), 0.6m)), bill.DailyUsd!.Select(day => (day.Key, day.Value)));
    }

    [Fact]
    public async Task A_part_that_cannot_be_read_leaves_no_list_with_a_hole()
    {
        await using var server = RawServer.Answering((200, OneDay("2026-01-01")), (403, """{"error":"no"}"""));

        await Assert.ThrowsAsync<ProviderCallException>(() => RunwayDesk.At(server).ReadBillAsync(From, From.AddDays(120), Stop));
    }

    private static string OneDay(string day) => $$"""{"models":["gen4.5"],"results":[{"date":"{{day}}","usedCredits":[{"model":"gen4.5","amount":60}]}]}""";
}
