namespace VideoGen.Sdk.Providers.HeyGen;

/// <summary>Makes the length of an input known: a stream that cannot be measured is copied to a temporary file first.</summary>
internal static class HeyGenBytes
{
    /// <summary>Null when there are more bytes than allowed. The stream handed in is then, and after a copy, disposed.</summary>
    public static async Task<Stream?> MeasureAsync(Stream stream, long most, CancellationToken cancellationToken)
    {
        if (stream.CanSeek && stream.Length <= most)
        {
            return stream;
        }

        await using (stream.ConfigureAwait(false))
        {
            return stream.CanSeek ? null : await CopyAsync(stream, most, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<Stream?> CopyAsync(Stream source, long most, CancellationToken cancellationToken)
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
            return file;
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
