using Amazon.S3;
using Amazon.S3.Model;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Contracts.Assets;

namespace VideoGen.Sdk.S3.Tests;

public sealed class S3AssetStoreTests(S3Server server) : ObjectAssetStoreContract, IAsyncLifetime
{
    private AmazonS3Client client = null!;
    private S3AssetStore store = null!;
    private string bucket = null!;

    protected override IAssetStore Store => store;

    public async ValueTask InitializeAsync()
    {
        bucket = await server.BucketAsync();
        client = S3Server.ClientOf(await server.AddressAsync());
        store = new S3AssetStore(client, bucket, "app/");
    }

    public ValueTask DisposeAsync()
    {
        store.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_bucket_that_is_missing_is_told_with_the_fix()
    {
        using var nowhere = new S3AssetStore(S3Server.ClientOf(await server.AddressAsync()), S3Server.NewName());
        var failed = await Assert.ThrowsAsync<AssetStoreException>(() => nowhere.SaveAsync(Describe("clip-1"), new MemoryStream([1]), Stop));

        Assert.Contains("VideoGeneration:Assets:S3:Bucket", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_is_told_without_the_key_or_the_signature()
    {
        const string Wrong = "never-to-be-seen";
        using var refusing = new S3AssetStore(S3Server.ClientOf(await server.AddressAsync(), "somebody-else", Wrong), bucket);
        var refused = await Assert.ThrowsAsync<AssetStoreException>(() => refusing.SaveAsync(Describe("clip-1"), new MemoryStream([1]), Stop));

        Assert.Equal("clip-1", refused.AssetId);
        Assert.Contains("credentials", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Wrong, refused.ToString(), StringComparison.Ordinal);
        Assert.Null(refused.InnerException);
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_told_with_its_cause()
    {
        using var nobody = new S3AssetStore(S3Server.ClientOf("http://127.0.0.1:1", retries: 0), bucket);
        var failed = await Assert.ThrowsAsync<AssetStoreException>(() => nobody.FindAsync("clip-1", Stop));

        Assert.NotNull(failed.InnerException);
    }

    [Fact]
    public async Task A_save_of_many_parts_that_is_given_up_leaves_no_part_behind()
    {
        await using var broken = new BreakingStream(20_000_000);

        await Assert.ThrowsAsync<IOException>(() => Store.SaveAsync(Describe("clip-1"), broken, Stop));
        Assert.Equal(0, await CountObjectsAsync());
    }

    protected override async Task LeaveBytesAsync(string id)
    {
        var folder = (await store.FindAsync(id, Stop))!.Location.Segments[^2];
        await client.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = $"app/{folder}{id}.{Guid.NewGuid():N}.mp4", ContentBody = "left", UseChunkEncoding = false }, Stop);
    }

    protected override async Task<int> CountObjectsAsync() => (await client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket }, Stop)).S3Objects?.Count ?? 0;

    private sealed class BreakingStream(int after) : MemoryStream(new byte[after])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("the way broke");
    }
}
