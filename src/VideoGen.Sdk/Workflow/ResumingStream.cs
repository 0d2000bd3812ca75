using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Workflow;

/// <summary>
/// Reads an output to its end although the way breaks: it is opened again where it broke off, and only goes on if the host says by its tag that the file is still the same.
/// Without a tag nobody can know, and the break is the caller's.
/// </summary>
internal sealed class ResumingStream(IVideoProvider provider, OutputRequest request, OutputContent first) : Stream
{
    private const int MostResumes = 20;
    private const int MostFruitless = 3;
    private const int SkipBytes = 64 * 1024;

    private readonly string? tag = first.EntityTag;
    private readonly long? total = first.TotalBytes;
    private OutputContent content = first;
    private long position;
    private long resumedAt = -1;
    private int resumes;
    private int fruitless;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            try
            {
                var read = await content.Stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
                position += read;
                if (read > 0 || buffer.IsEmpty || total is null || position >= total || !MayResume())
                {
                    return read;
                }
            }
            catch (Exception e) when (e is IOException and not DownloadTooLargeException or HttpRequestException && MayResume())
            {
                // It goes on below.
            }

            await ResumeAsync(cancellationToken).ConfigureAwait(false);
        }
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

    /// <summary>Closes whichever connection is open now; the first output is closed too, whoever made it.</summary>
    public override async ValueTask DisposeAsync()
    {
        await content.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    private bool MayResume()
    {
        fruitless = position > resumedAt ? 0 : fruitless + 1;
        return tag is not null && position > 0 && resumes < MostResumes && fruitless < MostFruitless;
    }

    private async Task ResumeAsync(CancellationToken cancellationToken)
    {
        (resumes, resumedAt) = (resumes + 1, position);
        await content.DisposeAsync().ConfigureAwait(false);

        // A link that brought nothing more may have expired in the middle: then the vendor is asked for a fresh one.
        content = await provider.OpenOutputAsync(request with { Offset = position, EntityTag = tag, Status = fruitless == 0 ? request.Status : null }, cancellationToken).ConfigureAwait(false);
        var isEnd = content.Offset == position && content.TotalBytes == position;
        if (!isEnd && (content.EntityTag != tag || (content.TotalBytes is { } now && total is { } before && now != before)))
        {
            throw new ProviderCallException(
                provider.Descriptor.Id,
                new ProviderFailure { Kind = ProviderFailureKind.Transient, Charge = ChargeCertainty.Charged, Message = "the file changed while it was fetched; it is fetched anew" });
        }

        await SkipAsync(position - content.Offset, cancellationToken).ConfigureAwait(false);
    }

    // A host without ranges begins anew; what is here already is read past.
    private async Task SkipAsync(long bytes, CancellationToken cancellationToken)
    {
        var scratch = bytes > 0 ? new byte[SkipBytes] : [];
        for (int read; bytes > 0; bytes -= read)
        {
            read = await content.Stream.ReadAsync(scratch.AsMemory(0, (int)Math.Min(bytes, scratch.Length)), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                throw new IOException("The download broke off before the point that was reached before.");
            }
        }
    }
}
