namespace VideoGen.Sdk.Contracts.Assets;

/// <summary>So many bytes of a pattern, made as they are read; calls at each part of it.</summary>
internal sealed class PatternStream(long length, Action onPart) : Stream
{
    /// <summary>How far apart the calls are.</summary>
    public const long Part = 8 * 1024 * 1024;

    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var count = (int)Math.Min(buffer.Length, length - position);
        buffer.Span[..count].Fill((byte)(position >> 20));
        if ((position + count) / Part > position / Part)
        {
            onPart();
        }

        position += count;
        return ValueTask.FromResult(count);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
