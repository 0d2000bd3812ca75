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
