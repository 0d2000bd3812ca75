namespace VideoGen.Sdk.Http;

/// <summary>
/// Reads a download with three bounds: no read may be silent for too long, every minute spent waiting must bring a least number of bytes,
/// and the whole has a size. Time that the reader itself spends between reads does not count.
/// </summary>
internal sealed class DripGuardStream(Stream inner, long bytesAllowed, VendorEndpoint endpoint, TimeProvider clock) : Stream
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private long bytesRead;
    private long bytesInWindow;
    private TimeSpan waitedInWindow;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => bytesRead;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var startedAt = clock.GetTimestamp();
        int got;
        using (var silence = new PhaseClock(clock, "the next bytes of a download", endpoint.DownloadReadTimeout, endpoint.DownloadReadTimeout, cancellationToken))
        {
            try
            {
                got = await inner.ReadAsync(buffer, silence.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException e) when (silence.Explain(e) is TimeoutException)
            {
                throw new IOException("The download fell silent.", e);
            }
        }

        Count(got, clock.GetElapsedTime(startedAt));
        return got;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read it asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Count(int got, TimeSpan waited)
    {
        bytesRead += got;
        if (bytesRead > bytesAllowed)
        {
            throw new DownloadTooLargeException(DownloadTooLargeException.Words(endpoint.MaxDownloadBytes));
        }

        bytesInWindow += got;
        waitedInWindow += waited;
        if (waitedInWindow < Window || got == 0)
        {
            return;
        }

        if (bytesInWindow < endpoint.MinDownloadBytesPerMinute)
        {
            throw new IOException("The download drips too slowly to ever end.");
        }

        (bytesInWindow, waitedInWindow) = (0, TimeSpan.Zero);
    }
}
