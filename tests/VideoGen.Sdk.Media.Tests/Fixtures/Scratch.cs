namespace VideoGen.Sdk.Media.Tests.Fixtures;

/// <summary>A folder for one test, gone at its end.</summary>
internal sealed class Scratch : IDisposable
{
    public Scratch() => Directory.CreateDirectory(Folder);

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "videogen-test-" + Guid.NewGuid().ToString("n"));

    public IEnumerable<string> Entries => Directory.EnumerateFileSystemEntries(Folder).Select(Path.GetFileName).OfType<string>();

    public string File(string name) => Path.Combine(Folder, name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
