using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.PostgreSql.Tests.Server;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.PostgreSql.Tests;

/// <summary>The app's own door: a video is left to a worker together with whatever else the app writes, or not at all.</summary>
public sealed class TransactionDoorTests(SharedServer server) : PostgreSqlTests(server)
{
    private static readonly VideoRequest Wish = new() { Prompt = "a red fox in the snow", IdempotencyKey = "fox", ReferenceImages = [ReferenceMedia.FromBytes(new byte[] { 1, 2, 3 }, "image/png")] };

    private readonly string folder = Directory.CreateTempSubdirectory("videogen-door-").FullName;
    private ServiceProvider services = null!;
    private NpgsqlConnection connection = null!;

    private IVideoQueue Queue => services.GetRequiredService<IVideoQueue>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        services = Services(builder => builder.UsePostgreSql(options => (options.ConnectionString, options.Schema) = (Schemas.Options().ConnectionString, Schemas.Schema)));
        connection = new NpgsqlConnection($"{Schemas.Options().ConnectionString};Pooling=false");
        await connection.OpenAsync(Stop);
    }

    public override async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        await base.DisposeAsync();
    }

    [Fact]
    public async Task It_is_in_the_queue_with_the_callers_commit_and_not_before_and_a_waiting_worker_is_told()
    {
        var store = services.GetRequiredService<IJobStore>();
        var mark = await store.WaitForChangeAsync(0, Stop);
        var hearing = store.WaitForChangeAsync(mark, Stop);
        await using var transaction = await connection.BeginTransactionAsync(Stop);
        var made = await Queue.EnqueueAsync(Wish, transaction, new EnqueueOptions { Priority = VideoPriority.High }, Stop);
        Assert.True(made.IsNew);
        Assert.Null(await Queue.GetAsync(made.JobId, Stop));
        await transaction.CommitAsync(Stop);

        await hearing;
        Assert.Equal((VideoState.Queued, VideoPriority.High), await Queue.GetAsync(made.JobId, Stop) is { } job ? (job.State, job.Priority) : default);
        Assert.False((await Queue.EnqueueAsync(Wish, cancellationToken: Stop)).IsNew);
    }

    [Fact]
    public async Task Rolled_back_it_never_was_its_key_is_free_and_its_stored_input_belongs_to_nobody()
    {
        await using (var transaction = await connection.BeginTransactionAsync(Stop))
        {
            await Queue.EnqueueAsync(Wish, transaction, cancellationToken: Stop);
            await transaction.RollbackAsync(Stop);
        }

        Assert.Empty(await Queue.ListAsync(new JobQuery(), Stop));
        Assert.Equal(0, await Schemas.RunAsync("SELECT count(*) FROM job_inputs"));
        Assert.Single(Directory.GetFiles(folder, "input-*", SearchOption.AllDirectories), file => !file.EndsWith(".json", StringComparison.Ordinal));
        Assert.True((await Queue.EnqueueAsync(Wish with { Prompt = "another" }, cancellationToken: Stop)).IsNew);
    }

    [Fact]
    public async Task A_key_that_the_same_transaction_gave_is_found_and_another_wish_under_it_refused_with_both_fingerprints()
    {
        await using var transaction = await connection.BeginTransactionAsync(Stop);
        var first = await Queue.EnqueueAsync(Wish, transaction, cancellationToken: Stop);
        Assert.Equal((first.JobId, false), await Queue.EnqueueAsync(Wish, transaction, cancellationToken: Stop) is var again ? (again.JobId, again.IsNew) : default);

        var refusal = await Assert.ThrowsAsync<IdempotencyConflictException>(() => Queue.EnqueueAsync(Wish with { Prompt = "another" }, transaction, cancellationToken: Stop));
        Assert.NotEqual(refusal.ExistingFingerprint, refusal.GivenFingerprint);
        Assert.Equal(first.JobId, refusal.JobId);
        await transaction.CommitAsync(Stop);
        Assert.Equal(first.JobId, Assert.Single(await Queue.ListAsync(new JobQuery(), Stop)).Id);
    }

    [Fact]
    public async Task Both_doors_refuse_another_wish_under_a_known_key_with_both_fingerprints()
    {
        var first = await Queue.EnqueueAsync(Wish, cancellationToken: Stop);
        var other = Wish with { Prompt = "another" };
        Func<Task>[] doors =
        [
            () => Queue.EnqueueAsync(other, cancellationToken: Stop),
            () => Queue.EnqueueAsync([other], cancellationToken: Stop),
            () => services.GetRequiredService<IVideoGenerator>().GenerateAsync(other, null, Stop),
        ];
        foreach (var door in doors)
        {
            var refusal = await Assert.ThrowsAsync<IdempotencyConflictException>(door);
            Assert.Equal(first.JobId, refusal.JobId);
            Assert.NotEqual(refusal.ExistingFingerprint, refusal.GivenFingerprint);
        }
    }

    [Fact]
    public async Task A_store_that_joins_none_says_so_before_anything_is_stored()
    {
        await using var memory = Services(_ => { });
        await using var transaction = await connection.BeginTransactionAsync(Stop);

        var refusal = await Assert.ThrowsAsync<NotSupportedException>(() => memory.GetRequiredService<IVideoQueue>().EnqueueAsync(Wish, transaction, cancellationToken: Stop));
        Assert.Contains("UsePostgreSql()", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder, "input-*", SearchOption.AllDirectories));
    }

    private ServiceProvider Services(Action<IVideoGenerationBuilder> use)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IAssetStore>(new SharedFolder(folder));
        use(services.AddVideoGeneration());
        return services.BuildServiceProvider();
    }

    /// <summary>A folder that every machine sees.</summary>
    private sealed class SharedFolder(string path) : IAssetStore
    {
        private readonly FileSystemAssetStore inner = new(path);

        public bool IsShared => true;

        public Task<VideoAsset> SaveAsync(AssetDescription description, Stream content, CancellationToken cancellationToken = default) => inner.SaveAsync(description, content, cancellationToken);

        public Task<VideoAsset?> FindAsync(string id, CancellationToken cancellationToken = default) => inner.FindAsync(id, cancellationToken);

        public Task<Stream> OpenReadAsync(string id, CancellationToken cancellationToken = default) => inner.OpenReadAsync(id, cancellationToken);

        public Task<bool> DeleteAsync(string id, CancellationToken cancellationToken = default) => inner.DeleteAsync(id, cancellationToken);
    }
}
