using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Tests.Http;

namespace VideoGen.Sdk.Tests.Providers.Kling;

/// <summary>Kling lists its deductions page by page, from packs and then from cash.</summary>
public sealed class KlingBillingTests
{
    private const string Last = """{"code":0,"data":{"result":{"detail":[]},"next_cursor":"","has_more":false}}""";
    private static readonly DateTimeOffset At = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_is_read_to_the_end()
    {
        await using var server = RawServer.Answering((200, Page("a", "500")), (200, Page("b", "")), (200, Last));

        var bill = await KlingDesk.At(server).ReadBillAsync(At, At.AddDays(1), Stop);

        Assert.Equal([("a", 0.42m), ("b", 0.42m)], bill.Charges!.Select(charge => (charge.RemoteId, charge.AmountUsd!.Value)));
        Assert.Equal(["/account/billing/package", "/account/billing/package", "/account/billing/balance"], server.Requests.Select(request => request.Path));
        Assert.Contains("\"500\"", server.Requests.ElementAt(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_leaves_no_list_with_a_hole()
    {
        await using var server = RawServer.Answering((200, Page("a", "500")), (400, """{"code":1201,"message":"no"}"""));

        await Assert.ThrowsAsync<ProviderCallException>(() => KlingDesk.At(server).ReadBillAsync(At, At.AddDays(1), Stop));
    }

    private static string Page(string task, string next) =>
        $$"""{ "code":0, "data":{ "result":{ "detail":[{ "task_id":"{{task}}", "deduction_time":{{At.ToUnixTimeMilliseconds()}}, "deduction_amount":"3" }] }, "next_cursor":"{{next}}", "has_more":{{(next.Length > 0 ? "true" : "false")}} } }""";
}
