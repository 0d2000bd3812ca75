namespace VideoGen.Sdk.Contracts.Assets;

/// <summary>Gives its first half, waits for a word, and then gives the second or breaks.</summary>
internal sealed class GatedStream(byte[] first, byte[]? second) : Stream
{
    private readonly TaskCompletionSource halfRead = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int reads;

    public Task HalfRead => halfRead.Task;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public void Continue() => gate.TrySetResult();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        switch (reads++)
        {
            case 0:
                return Give(first, buffer);
            case 1:
                halfRead.TrySetResult();
                await gate.Task.WaitAsync(cancellationToken);
                return second is null ? throw new IOException("the way broke") : Give(second, buffer);
            default:
                return 0;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static int Give(byte[] bytes, Memory<byte> buffer)
    {
        bytes.CopyTo(buffer);
        return bytes.Length;
    }
}
