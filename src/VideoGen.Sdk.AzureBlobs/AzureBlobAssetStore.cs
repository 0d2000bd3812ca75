using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using VideoGen.Sdk.Assets;

namespace VideoGen.Sdk.AzureBlobs;

/// <summary>Keeps assets in a container of Azure Blob Storage. Blocks of 4 MiB go up one after the other, so that a save holds some of them and never the file. Safe for use by many threads at once.</summary>
public sealed class AzureBlobAssetStore : ObjectAssetStore
{
    private const int BlockBytes = 4 * 1024 * 1024;

    private readonly BlobContainerClient container;
    private bool isMade;

    /// <summary>Keeps assets in a container, which is made by the first save when it is missing.</summary>
    /// <param name="container">The container, with whatever credentials it was made with.</param>
    /// <param name="prefix">Put before every name, such as <c>app/</c>; default none.</param>
    public AzureBlobAssetStore(BlobContainerClient container, string prefix = "")
        : base(prefix)
    {
        ArgumentNullException.ThrowIfNull(container);
        this.container = container;
    }

    /// <inheritdoc/>
    protected override string Name => $"container {container.Name}";

    /// <inheritdoc/>
    protected override Uri AddressOf(string key) => new UriBuilder(container.GetBlobClient(key).Uri) { Query = "" }.Uri;

    /// <inheritdoc/>
    protected override async Task WriteAsync(string key, string contentType, Stream content, CancellationToken cancellationToken)
    {
        await MakeAsync(cancellationToken).ConfigureAwait(false);
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            TransferOptions = new StorageTransferOptions { InitialTransferSize = BlockBytes, MaximumTransferSize = BlockBytes, MaximumConcurrency = 1 },
        };
        await container.GetBlobClient(key).UploadAsync(content, options, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override async Task<bool> TryWriteFactsAsync(string key, ReadOnlyMemory<byte> json, string? expectedTag, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
            Conditions = expectedTag is null ? new BlobRequestConditions { IfNoneMatch = ETag.All } : new BlobRequestConditions { IfMatch = new ETag(expectedTag) },
        };
        try
        {
            await container.GetBlobClient(key).UploadAsync(BinaryData.FromBytes(json), options, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    protected override Task<TaggedFacts?> ReadFactsAsync(string key, CancellationToken cancellationToken) => IfThereAsync<TaggedFacts>(async () =>
    {
        var read = await container.GetBlobClient(key).DownloadContentAsync(cancellationToken).ConfigureAwait(false);
        return new TaggedFacts(read.Value.Content.ToMemory(), read.Value.Details.ETag.ToString());
    });

    /// <inheritdoc/>
    protected override async Task<long?> LengthOfAsync(string key, CancellationToken cancellationToken)
    {
        var found = await IfThereAsync<BlobProperties>(async () => await container.GetBlobClient(key).GetPropertiesAsync(cancellationToken: cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        return found?.ContentLength;
    }

    /// <inheritdoc/>
    protected override Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken) => IfThereAsync<Stream>(() =>
        container.GetBlobClient(key).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false) { BufferSize = BlockBytes }, cancellationToken));

    /// <inheritdoc/>
    protected override Task RemoveAsync(string key, CancellationToken cancellationToken) =>
        IfThereAsync<Response>(async () => (await container.GetBlobClient(key).DeleteIfExistsAsync(cancellationToken: cancellationToken).ConfigureAwait(false)).GetRawResponse());

    /// <inheritdoc/>
    protected override async IAsyncEnumerable<StoredObject> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken).ConfigureAwait(false))
        {
            yield return new StoredObject(blob.Name, blob.Properties.ContentLength ?? 0, blob.Properties.LastModified ?? DateTimeOffset.MaxValue);
        }
    }

    /// <inheritdoc/>
    protected override string? Explain(Exception exception) => AzureBlobFault.Explain(exception);

    /// <inheritdoc/>
    protected override bool IsTellingSecrets(Exception exception) => AzureBlobFault.IsTellingSecrets(exception);

    private async Task MakeAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref isMade))
        {
            return;
        }

        try
        {
            // Two first saves at once both ask; the second is told that it is there.
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException e) when (e.Status is 401 or 403)
        {
            // Rights to the blobs alone are enough; the save itself says whether the container is there.
        }

        Volatile.Write(ref isMade, true);
    }

    private static async Task<T?> IfThereAsync<T>(Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }
}
