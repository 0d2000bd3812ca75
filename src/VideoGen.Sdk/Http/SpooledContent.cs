namespace VideoGen.Sdk.Http;

/// <summary>A stream whose length is known: stores refuse uploads without one. What cannot be measured is copied to a temporary file first.</summary>
internal sealed class SpooledContent : IAsyncDisposable
{
    private SpooledContent(Stream stream) => Stream = stream;

    public Stream Stream { get; }

    public long Length => Stream.Length;

    /// <summary>Null when there are more bytes than allowed.</summary>
    public static async Task<SpooledContent?> OpenAsync(Func<CancellationToken, Task<Stream>> openAsync, long most, CancellationToken cancellationToken)
    {
        var opened = await openAsync(cancellationToken).ConfigureAwait(false);
        if (opened.CanSeek)
        {
            if (opened.Length <= most)
            {
                return new SpooledContent(opened);
            }

            await opened.DisposeAsync().ConfigureAwait(false);
            return null;
        }

        await using (opened.ConfigureAwait(false))
        {
            return await SpoolAsync(opened, most, cancellationToken).ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync() => Stream.DisposeAsync();

    private static async Task<SpooledContent?> SpoolAsync(Stream source, long most, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), $"videogen-{Guid.NewGuid():N}.tmp");
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        var isWhole = false;
        try
        {
            var buffer = new byte[81920];
            int got;
            while ((got = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (file.Length + got > most)
                {
                    return null;
                }

                await file.WriteAsync(buffer.AsMemory(0, got), cancellationToken).ConfigureAwait(false);
            }

            file.Position = 0;
            isWhole = true;
            return new SpooledContent(file);
        }
        finally
        {
            if (!isWhole)
            {
                await file.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
