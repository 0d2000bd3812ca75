using System.Buffers;
using Amazon.S3;
using Amazon.S3.Model;

namespace VideoGen.Sdk.S3;

/// <summary>Sends a stream of unknown length: in one piece where it is short, else in parts of 8 MiB, of which one is in memory at a time. Parts that were sent in vain are removed.</summary>
internal sealed class S3Upload(IAmazonS3 client, string bucket, string key, string contentType)
{
    // At most 10,000 parts are taken; this length lets 80 GiB pass.
    private const int PartBytes = 8 * 1024 * 1024;

    public async Task RunAsync(Stream content, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(PartBytes);
        try
        {
            var length = await content.ReadAtLeastAsync(buffer.AsMemory(0, PartBytes), PartBytes, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            await (length < PartBytes ? PutAsync(buffer, length, cancellationToken) : SendPartsAsync(content, buffer, cancellationToken)).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task PutAsync(byte[] buffer, int length, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream(buffer, 0, length, writable: false);
        await client.PutObjectAsync(
            new PutObjectRequest { BucketName = bucket, Key = key, ContentType = contentType, InputStream = body, AutoCloseStream = false, UseChunkEncoding = false }, cancellationToken).ConfigureAwait(false);
    }

    private async Task SendPartsAsync(Stream content, byte[] buffer, CancellationToken cancellationToken)
    {
        var begun = await client.InitiateMultipartUploadAsync(new InitiateMultipartUploadRequest { BucketName = bucket, Key = key, ContentType = contentType }, cancellationToken).ConfigureAwait(false);
        try
        {
            var parts = new List<PartETag>();
            for (var length = PartBytes; length > 0;)
            {
                parts.Add(await SendPartAsync(begun.UploadId, parts.Count + 1, buffer, length, cancellationToken).ConfigureAwait(false));
                length = await content.ReadAtLeastAsync(buffer.AsMemory(0, PartBytes), PartBytes, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            }

            await client.CompleteMultipartUploadAsync(
                new CompleteMultipartUploadRequest { BucketName = bucket, Key = key, UploadId = begun.UploadId, PartETags = parts }, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await AbortAsync(begun.UploadId).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<PartETag> SendPartAsync(string uploadId, int number, byte[] buffer, int length, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream(buffer, 0, length, writable: false);
        var sent = await client.UploadPartAsync(
            new UploadPartRequest { BucketName = bucket, Key = key, UploadId = uploadId, PartNumber = number, PartSize = length, InputStream = body, UseChunkEncoding = false }, cancellationToken).ConfigureAwait(false);
        return new PartETag(number, sent.ETag);
    }

    // Parts that nobody completes cost storage every month.
    private async Task AbortAsync(string uploadId)
    {
        try
        {
            await client.AbortMultipartUploadAsync(new AbortMultipartUploadRequest { BucketName = bucket, Key = key, UploadId = uploadId }, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (S3Fault.Explain(e) is not null)
        {
            // The fault that brought us here is the one to tell; a lifecycle rule of the bucket removes such parts.
        }
    }
}
