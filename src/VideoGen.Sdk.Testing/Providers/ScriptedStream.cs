namespace VideoGen.Sdk.Testing.Providers;

/// <summary>Reads bytes from memory and may break off after the last one.</summary>
internal sealed class ScriptedStream(ReadOnlyMemory<byte> bytes, bool breaksOff) : Stream
{
    private int position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var length = Math.Min(count, bytes.Length - position);
        if (length == 0 && breaksOff)
        {
            throw new IOException("connection reset by peer");
        }

        bytes.Span.Slice(position, length).CopyTo(buffer.AsSpan(offset));
        position += length;
        return length;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
