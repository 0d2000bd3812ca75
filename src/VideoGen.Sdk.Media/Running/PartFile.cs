namespace VideoGen.Sdk.Media.Running;

/// <summary>A file under a provisional name beside its final one: it appears whole or not at all.</summary>
internal sealed class PartFile(string finalPath) : IDisposable
{
    public string Path { get; } = finalPath + ".part";

    public void Complete() => File.Move(Path, finalPath, overwrite: true);

    public void Dispose() => File.Delete(Path);
}
