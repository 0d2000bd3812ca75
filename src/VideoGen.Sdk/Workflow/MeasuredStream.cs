using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Workflow;

/// <summary>Passes bytes on, counts them, and stops at a cap: a vendor may send without end.</summary>
internal sealed class MeasuredStream(Stream inner, long maxBytes, long? totalBytes, IProgress<double>? progress) : Stream
{
    private long read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await ReadInnerAsync(buffer, cancellationToken).ConfigureAwait(false));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // A break of the way there must not look like a fault of our own disk.
    private async ValueTask<int> ReadInnerAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw new ProviderCallException("the download broke off", e);
        }
    }

    private int Count(int bytes)
    {
        read += bytes;
        if (read > maxBytes)
        {
            throw new ProviderCallException($"The download passed {maxBytes} bytes and was stopped.");
        }

        if (totalBytes is > 0)
        {
            progress?.Report((double)read / totalBytes.Value);
        }

        return bytes;
    }
}
