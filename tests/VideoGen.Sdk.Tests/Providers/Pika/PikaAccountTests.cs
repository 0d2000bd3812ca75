using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Pika;

public sealed class PikaAccountTests
{
    private const string Section = "VideoGeneration:Providers:pika:";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"balance_micro_usd":12345678}""", 12.345678)]
    [InlineData("""{"micro_usd":0}""", 0.0)]
    [InlineData("""{"balance":"odd"}""", null)]
    public async Task The_balance_is_read_in_dollars(string body, double? usd)
    {
        await using var server = RawServer.Answering((200, body));

        Assert.Equal((decimal?)usd, await PikaDesk.At(server).GetBalanceUsdAsync(Token));
        Assert.Equal(("/billing/balance", PikaDesk.Key), (server.Requests.Single().Path, server.Requests.Single().Headers["X-API-Key"]));
    }

    [Fact]
    public async Task Spending_is_read_by_day()
    {
        await using var server = RawServer.Answering((200, """{"results":[{"date":"2026-11-21","amount_micro_usd":450000},{"day":"2026-11-22T00:00:00Z","amount_micro_usd":200000},{"amount_micro_usd":1},{"odd":1}]}"""));

        var days = await PikaDesk.At(server).GetDailySpendAsync(Token);

        Assert.Equal([(new DateOnly(2026, 11, 21), 0.45m), (new DateOnly(2026, 11, 22), 0.20m), (null, 0.000001m)], days.Select(d => (d.Day, d.AmountUsd)));
    }

    [Fact]
    public async Task One_operation_is_read_with_its_fields()
    {
        await using var server = RawServer.Answering((200, """{"api_id":"pika/pikaffects/image-to-video","input_schema":{"properties":{"pikaffect":{"enum":["Melt"]}}}}"""));

        var operation = await PikaDesk.At(server).ReadOperationAsync("pika/pikaffects/image-to-video", Token);

        Assert.Equal("/catalog/apis/pika/pikaffects/image-to-video?expand=inputs", server.Requests.Single().Path);
        Assert.Equal("Melt", operation.InputSchema!.Value.GetProperty("properties").GetProperty("pikaffect").GetProperty("enum")[0].GetString());
    }

    [Fact]
    public async Task Calls_that_fail_say_why()
    {
        await using var server = RawServer.Answering((401, """{"message":"bad key"}"""));
        var pika = PikaDesk.At(server);

        Assert.Equal(ProviderFailureKind.Authentication, (await Assert.ThrowsAsync<ProviderCallException>(() => pika.GetBalanceUsdAsync(Token))).Failure?.Kind);
        Assert.Equal(ProviderFailureKind.Authentication, (await Assert.ThrowsAsync<ProviderCallException>(() => pika.ReadCatalogueAsync(Token))).Failure?.Kind);
    }

    [Fact]
    public async Task Accounts_come_from_configuration_and_only_the_default_one_takes_the_environments_key()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["PIKA_API_KEY"] = "from-env",
            [Section + "ReplayWindow"] = "00:10:00",
            [Section + "Accounts:EU:ApiKey"] = "eu-key",
            [Section + "Accounts:bare:Priority"] = "3",
        }).Build());
        services.AddPikaVendor();
        await using var provider = services.BuildServiceProvider();
        var registry = provider.GetRequiredService<ProviderRegistry>();

        Assert.Equal(["pika/bare", "pika/default", "pika/eu"], registry.All.Select(r => r.Provider.Descriptor.Id).Order());
        Assert.Equal([false, true, true], registry.All.OrderBy(r => r.Provider.Descriptor.Id, StringComparer.Ordinal).Select(r => r.Provider.CheckReadiness().IsReady));
        var main = registry.Find("pika", "default")!;
        Assert.Equal((TimeSpan.FromMinutes(10), 5, TimeSpan.FromMinutes(1)), (main.Provider.Descriptor.ReplayWindow, main.DefaultRates.Single().Submissions, main.DefaultRates.Single().Window));
        Assert.Null(registry.Find("pika", "eu")!.Provider.Descriptor.ReplayWindow);
    }
}
