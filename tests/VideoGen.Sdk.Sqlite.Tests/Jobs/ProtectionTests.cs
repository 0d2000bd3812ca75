using System.Text;
using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Sqlite.Jobs;
using Xunit;

namespace VideoGen.Sdk.Sqlite.Tests.Jobs;

public sealed class ProtectionTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Without_a_protector_prompts_lie_open_in_the_bytes_of_the_folder()
    {
        Assert.Contains("lighthouse", await BytesAfterOneJob(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_protector_no_prompt_is_readable_in_the_bytes_of_the_folder()
    {
        Assert.DoesNotContain("lighthouse", await BytesAfterOneJob(new AesProtector()), StringComparison.Ordinal);
        Assert.Equal(1, folder.Run("SELECT count(*) FROM video_generations WHERE prompt IS NULL"));
    }

    [Fact]
    public async Task Rows_from_before_the_protector_stay_readable()
    {
        var plain = Some.Job();
        await new SqliteJobStore(folder.Open(), null).CreateAsync(Some.New(plain), Stop);
        var store = new SqliteJobStore(folder.Open(), new AesProtector());
        await store.CreateAsync(Some.New(Some.Job()), Stop);

        Assert.Equal(2, (await store.ListAsync(new JobQuery(), Stop)).Count);
        Assert.NotNull(await store.FindAsync(plain.Id, Stop));
    }

    [Theory]
    [InlineData(null, "register the IPayloadProtector")]
    [InlineData((byte)8, "the key under which it was written")]
    public async Task The_wrong_key_or_none_is_one_clear_error_and_the_job_stays(byte? key, string words)
    {
        var job = Some.Job();
        await new SqliteJobStore(folder.Open(), new AesProtector()).CreateAsync(Some.New(job), Stop);
        var store = new SqliteJobStore(folder.Open(), key is { } other ? new AesProtector(other) : null);
        await store.RegisterOwnerAsync(new OwnerRegistration { OwnerId = "a", Kind = "worker", Machine = "test", Lease = TimeSpan.FromSeconds(30) }, Stop);

        Assert.Contains(words, (await Assert.ThrowsAsync<StoreException>(() => store.FindAsync(job.Id, Stop))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoreException>(() => store.TakeAsync(job.Id, "a", cancellationToken: Stop));
        Assert.Null((await new SqliteJobStore(folder.Open(), new AesProtector()).FindAsync(job.Id, Stop))?.Stamp.OwnerId);
    }

    private async Task<string> BytesAfterOneJob(IPayloadProtector? protector)
    {
        var store = new SqliteJobStore(folder.Open(), protector);
        await store.RegisterOwnerAsync(new OwnerRegistration { OwnerId = "a", Kind = "worker", Machine = "test", Lease = TimeSpan.FromSeconds(30) }, Stop);
        var created = Assert.IsType<CreateJobResult.Created>(await store.CreateAsync(Some.New(FullJob.Create(), "a"), Stop));
        await store.SaveIntentAsync(created.Stored.Job, created.Stored.Stamp, Some.Intent(created.Stored.Job.Id), Stop);
        return string.Concat(Directory.GetFiles(folder.Root).Select(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            return reader.ReadToEnd();
        }));
    }
}
