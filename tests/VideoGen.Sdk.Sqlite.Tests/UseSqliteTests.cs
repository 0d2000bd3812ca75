using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.Queue;
using Xunit;

namespace VideoGen.Sdk.Sqlite.Tests;

public sealed class UseSqliteTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_job_store_is_the_file_whatever_was_registered_before_or_after()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IJobStore>(new InMemoryJobStore(TimeProvider.System));
        new Builder(services).UseSqlite("overridden.db").UseSqlite(options => options.Path = folder.File());
        await using var provider = services.BuildServiceProvider();

        var store = provider.GetRequiredService<IJobStore>();
        await store.CreateAsync(Some.New(Some.Job()), TestContext.Current.CancellationToken);
        Assert.True(store.IsDurable);
        Assert.Equal(1, folder.Run("SELECT count(*) FROM jobs WHERE prompt IS NOT NULL"));
        await provider.GetRequiredService<ITrendHistory>().RememberAsync([new TrendSighting { Key = 1, Cluster = "c", FirstSeenAt = DateTimeOffset.UnixEpoch, LastSeenAt = DateTimeOffset.UnixEpoch }], TestContext.Current.CancellationToken);
        Assert.Equal(1, folder.Run("SELECT count(*) FROM trend_sightings"));
    }

    [Fact]
    public async Task A_registered_protector_is_used()
    {
        var services = new ServiceCollection().AddSingleton<IPayloadProtector>(new AesProtector());
        new Builder(services).UseSqlite(folder.File());
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IJobStore>().CreateAsync(Some.New(Some.Job()), TestContext.Current.CancellationToken);
        Assert.Equal(1, folder.Run("SELECT count(*) FROM jobs WHERE prompt IS NULL AND payload_protected = 1"));
    }

    [Fact]
    public void An_empty_path_is_refused_with_the_fix()
    {
        var services = new ServiceCollection();
        Assert.Throws<ArgumentException>(() => new Builder(services).UseSqlite(" "));
        new Builder(services).UseSqlite(options => options.BusyTimeout = TimeSpan.Zero);
        using var provider = services.BuildServiceProvider();

        var refusal = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IJobStore>());
        Assert.Equal(2, refusal.Failures.Count());
        Assert.Contains("UseSqlite(\"data/videogen.db\")", refusal.Message, StringComparison.Ordinal);
    }

    private sealed class Builder(IServiceCollection services) : IVideoGenerationBuilder
    {
        public IServiceCollection Services => services;
    }
}
