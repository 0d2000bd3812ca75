using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.PostgreSql.Tests.Costs;
using VideoGen.Sdk.PostgreSql.Tests.Server;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Tests;

public sealed class UsePostgreSqlTests(SharedServer server) : PostgreSqlTests(server)
{
    [Fact]
    public async Task Jobs_and_ledger_lie_on_the_server_whatever_was_registered_before()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IJobStore>(new InMemoryJobStore(TimeProvider.System));
        services.AddSingleton<ICostStore>(new InMemoryCostStore(TimeProvider.System));
        new Builder(services).UsePostgreSql(Schemas.Options().ConnectionString).UsePostgreSql(options => options.Schema = Schemas.Schema);
        await using var provider = services.BuildServiceProvider();

        var store = provider.GetRequiredService<IJobStore>();
        await store.CreateAsync(Some.New(Some.Job()), Stop);
        await provider.GetRequiredService<ICostStore>().HoldAsync(SomeCost.For("a", 3m), Stop);
        Assert.Equal((true, true), (store.IsDurable, store.IsShared));
        Assert.Equal(1, await Schemas.RunAsync("SELECT count(*) FROM jobs WHERE prompt IS NOT NULL"));
        Assert.Equal(1, await Schemas.RunAsync("SELECT count(*) FROM attempt_lines"));
        await provider.GetRequiredService<ITrendHistory>().RememberAsync([new TrendSighting { Key = 1, Cluster = "c", FirstSeenAt = DateTimeOffset.UnixEpoch, LastSeenAt = DateTimeOffset.UnixEpoch }], Stop);
        Assert.Equal(1, await Schemas.RunAsync("SELECT count(*) FROM trend_sightings"));
    }

    [Fact]
    public async Task A_registered_protector_is_used()
    {
        var services = new ServiceCollection().AddSingleton<IPayloadProtector>(new AesProtector());
        new Builder(services).UsePostgreSql(options => (options.ConnectionString, options.Schema) = (Schemas.Options().ConnectionString, Schemas.Schema));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IJobStore>().CreateAsync(Some.New(Some.Job()), Stop);
        Assert.Equal(1, await Schemas.RunAsync("SELECT count(*) FROM jobs WHERE prompt IS NULL AND payload_protected"));
    }

    [Theory]
    [InlineData(" ", "UsePostgreSql(")]
    [InlineData("postgres://app:secret@db/videos", "Npgsql's form")]
    [InlineData("Host=db;Port=secret", "Npgsql's form")]
    [InlineData("Host=db;Pasword=secret", "Npgsql's form")]
    public void Every_fault_of_the_options_is_told_with_its_fix_and_without_the_connection_string(string connectionString, string fix)
    {
        var services = new ServiceCollection();
        new Builder(services).UsePostgreSql(options => (options.ConnectionString, options.Schema, options.ReconnectTimeout) = (connectionString, "No; DROP", TimeSpan.FromSeconds(-1)));
        using var provider = services.BuildServiceProvider();

        var refusal = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IJobStore>());
        Assert.Equal(3, refusal.Failures.Count());
        Assert.Contains(fix, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.ToString(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Builder(services).UsePostgreSql(" "));
    }

    private sealed class Builder(IServiceCollection services) : IVideoGenerationBuilder
    {
        public IServiceCollection Services => services;
    }
}
