using System.Net;
using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;
using VideoGen.Sdk.Assets;

namespace VideoGen.Sdk.S3;

/// <summary>Keeps assets in a bucket of Amazon S3 or of a server that speaks its language. A save holds one part of 8 MiB and never the file. Safe for use by many threads at once.</summary>
public sealed class S3AssetStore : ObjectAssetStore, IDisposable
{
    private const int MostReads = 20;
    private static readonly TimeSpan BetweenReads = TimeSpan.FromMilliseconds(25);

    private readonly IAmazonS3 client;
    private readonly string bucket;

    /// <summary>Keeps assets in a bucket, which must be there.</summary>
    /// <param name="client">The client, with whatever credentials it was made with; disposed with the store.</param>
    /// <param name="bucket">The bucket's name.</param>
    /// <param name="prefix">Put before every name, such as <c>app/</c>; default none.</param>
    public S3AssetStore(IAmazonS3 client, string bucket, string prefix = "")
        : base(prefix)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrWhiteSpace(bucket);
        this.client = client;
        this.bucket = bucket;
    }

    /// <inheritdoc/>
    protected override string Name => $"bucket {bucket}";

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    /// <inheritdoc/>
    protected override Uri AddressOf(string key) => new($"s3://{bucket}/{key}");

    /// <inheritdoc/>
    protected override Task WriteAsync(string key, string contentType, Stream content, CancellationToken cancellationToken) =>
        new S3Upload(client, bucket, key, contentType).RunAsync(content, cancellationToken);

    /// <inheritdoc/>
    protected override async Task<bool> TryWriteFactsAsync(string key, ReadOnlyMemory<byte> json, string? expectedTag, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream(json.ToArray(), writable: false);
        var request = new PutObjectRequest
        {
            BucketName = bucket,
            Key = key,
            ContentType = "application/json",
            InputStream = body,
            UseChunkEncoding = false,
            IfMatch = expectedTag,
            IfNoneMatch = expectedTag is null ? "*" : null,
        };
        try
        {
            await client.PutObjectAsync(request, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (AmazonS3Exception e) when (e.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict || (e.StatusCode == HttpStatusCode.NotFound && e.ErrorCode == "NoSuchKey"))
        {
            return false;
        }
    }

    /// <inheritdoc/>
    protected override async Task<TaggedFacts?> ReadFactsAsync(string key, CancellationToken cancellationToken)
    {
        for (var reads = 1; ; reads++)
        {
            try
            {
                return await IfThereAsync(() => ReadAsync(key, cancellationToken)).ConfigureAwait(false);
            }
            catch (Exception e) when (reads < MostReads && (e is ArgumentOutOfRangeException or IOException || S3Fault.IsTorn(e)))
            {
                // The way broke in the middle of a few bytes; or a server other than Amazon's answers with an empty tag, which the SDK cannot read, or with torn bytes while the object is being replaced.
                await Task.Delay(BetweenReads, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task<long?> LengthOfAsync(string key, CancellationToken cancellationToken)
    {
        var found = await IfThereAsync(() => client.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = bucket, Key = key }, cancellationToken)).ConfigureAwait(false);
        return found?.ContentLength;
    }

    /// <inheritdoc/>
    protected override async Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken)
    {
        var found = await IfThereAsync(() => client.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = key }, cancellationToken)).ConfigureAwait(false);
        return found?.ResponseStream;
    }

    /// <inheritdoc/>
    protected override Task RemoveAsync(string key, CancellationToken cancellationToken) =>
        IfThereAsync(() => client.DeleteObjectAsync(new DeleteObjectRequest { BucketName = bucket, Key = key }, cancellationToken));

    /// <inheritdoc/>
    protected override async IAsyncEnumerable<StoredObject> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = prefix };
        do
        {
            var page = await client.ListObjectsV2Async(request, cancellationToken).ConfigureAwait(false);
            foreach (var found in page.S3Objects ?? [])
            {
                yield return new StoredObject(found.Key, found.Size ?? 0, found.LastModified?.ToUniversalTime() ?? DateTimeOffset.MaxValue);
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is not null);
    }

    /// <inheritdoc/>
    protected override string? Explain(Exception exception) => S3Fault.Explain(exception);

    /// <inheritdoc/>
    protected override bool IsTellingSecrets(Exception exception) => S3Fault.IsTellingSecrets(exception);

    private async Task<TaggedFacts> ReadAsync(string key, CancellationToken cancellationToken)
    {
        using var answer = await client.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = key }, cancellationToken).ConfigureAwait(false);
        using var json = new MemoryStream();
        await answer.ResponseStream.CopyToAsync(json, cancellationToken).ConfigureAwait(false);
        return new TaggedFacts(json.ToArray(), answer.ETag);
    }

    private static async Task<T?> IfThereAsync<T>(Func<Task<T>> call)
        where T : class
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound && e.ErrorCode != "NoSuchBucket")
        {
            return null;
        }
    }
}
