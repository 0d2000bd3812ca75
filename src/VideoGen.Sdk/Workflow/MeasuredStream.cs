using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Workflow;

/// <summary>Passes bytes on, counts them, and stops at a cap, since a vendor may send without end, and at a page of text where a video was promised.</summary>
internal sealed class MeasuredStream(Stream inner, long maxBytes, long? totalBytes, IProgress<double>? progress) : Stream
{
    private long read;
    private bool hasBegun;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count), buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await ReadInnerAsync(buffer, cancellationToken).ConfigureAwait(false), buffer.Span);

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

    /// <summary>A file that is over the cap; it will be so the next time, too.</summary>
    public static ProviderCallException TooLarge(string why) =>
        new("download", new ProviderFailure { Kind = ProviderFailureKind.NotSupported, Charge = ChargeCertainty.Charged, Message = $"{why}. Raise VideoGeneration:MaxDownloadBytes to take it" });

    private int Count(int bytes, ReadOnlySpan<byte> buffer)
    {
        read += bytes;
        if (!hasBegun && bytes > 0)
        {
            hasBegun = true;
            if (TextPage.IsIt(buffer[..bytes]))
            {
                throw new ProviderCallException("A page of text came in place of the video.");
            }
        }

        if (read > maxBytes)
        {
            throw TooLarge($"The download passed {maxBytes} bytes and was stopped");
        }

        if (totalBytes is > 0)
        {
            progress?.Report((double)read / totalBytes.Value);
        }

        return bytes;
    }
}
