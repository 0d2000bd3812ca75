using Azure.Storage.Blobs;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Contracts.Assets;

namespace VideoGen.Sdk.AzureBlobs.Tests;

public sealed class AzureBlobAssetStoreTests(Azurite azurite) : ObjectAssetStoreContract, IAsyncLifetime
{
    private BlobContainerClient container = null!;
    private AzureBlobAssetStore store = null!;

    protected override IAssetStore Store => store;

    public async ValueTask InitializeAsync()
    {
        container = await azurite.ContainerAsync();
        store = new AzureBlobAssetStore(container, "app/");

        // What a first save would do: a question before it is a question to a container that is not there.
        await container.CreateAsync(cancellationToken: Stop);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_container_that_is_missing_holds_nothing_and_is_made_by_the_first_save()
    {
        var fresh = new AzureBlobAssetStore(await azurite.ContainerAsync());

        Assert.Null(await fresh.FindAsync("clip-1", Stop));
        await fresh.SaveAsync(Describe("clip-1"), new MemoryStream([1]), Stop);
        Assert.NotNull(await fresh.FindAsync("clip-1", Stop));
    }

    [Fact]
    public async Task A_wrong_key_is_told_without_the_key_the_link_or_the_signature()
    {
        var wrong = Convert.ToBase64String(new byte[64]);
        var service = new BlobServiceClient((await azurite.ConnectionStringAsync()).Replace(Azurite.Key, wrong, StringComparison.Ordinal));
        var refused = await Assert.ThrowsAsync<AssetStoreException>(() => new AzureBlobAssetStore(service.GetBlobContainerClient(container.Name)).SaveAsync(Describe("clip-1"), new MemoryStream([1]), Stop));

        Assert.Equal("clip-1", refused.AssetId);
        Assert.Contains("credentials", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(wrong, refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("sig", refused.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_told_with_its_cause()
    {
        var options = new BlobClientOptions { Retry = { MaxRetries = 0 } };
        var nobody = new BlobServiceClient($"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Azurite.Key};BlobEndpoint=http://127.0.0.1:1/devstoreaccount1", options);
        var failed = await Assert.ThrowsAsync<AssetStoreException>(() => new AzureBlobAssetStore(nobody.GetBlobContainerClient("videos")).FindAsync("clip-1", Stop));

        Assert.Contains("cannot be reached", failed.Message, StringComparison.Ordinal);
        Assert.NotNull(failed.InnerException);
    }

    protected override async Task LeaveBytesAsync(string id)
    {
        var facts = await store.FindAsync(id, Stop);
        var folder = facts!.Location.Segments[^2];
        await container.GetBlobClient($"app/{folder}{id}.{Guid.NewGuid():N}.mp4").UploadAsync(new MemoryStream([9]), Stop);
    }

    protected override async Task<int> CountObjectsAsync() => await container.GetBlobsAsync(cancellationToken: Stop).CountAsync(Stop);
}
