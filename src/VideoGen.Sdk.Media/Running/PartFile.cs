using VideoGen.Sdk.Assets;

namespace VideoGen.Sdk.Media.Running;

/// <summary>A file under a provisional name beside its final one: it appears whole or not at all.</summary>
internal sealed class PartFile : IDisposable
{
    private readonly string finalPath;

    private PartFile(string finalPath)
    {
        this.finalPath = finalPath;
        Path = finalPath + ".part";
    }

    public string Path { get; }

    /// <exception cref="MediaException">The folder cannot be made.</exception>
    public static PartFile For(string path)
    {
        var finalPath = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(finalPath)!);
            return new PartFile(finalPath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaException($"The folder of '{finalPath}' cannot be made: {e.Message}", e);
        }
    }

    /// <summary>Copies another file's bytes into it.</summary>
    /// <exception cref="MediaException">It cannot be written.</exception>
    public async Task FillFromAsync(string source, CancellationToken cancellationToken)
    {
        try
        {
            var from = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
            await using (from.ConfigureAwait(false))
            {
                var to = new FileStream(Path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
                await using (to.ConfigureAwait(false))
                {
                    await from.CopyToAsync(to, 1 << 20, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaException($"'{finalPath}' cannot be written: {e.Message}", e);
        }
    }

    /// <exception cref="MediaException">The file cannot be put in its place.</exception>
    public void Complete()
    {
        try
        {
            File.Move(Path, finalPath, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaException($"'{finalPath}' cannot be written: {e.Message}", e);
        }
    }

    public void Dispose() => File.Delete(Path);
}
