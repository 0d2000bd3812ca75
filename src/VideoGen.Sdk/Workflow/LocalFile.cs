namespace VideoGen.Sdk.Workflow;

/// <summary>A local path; a temporary one takes its folder with it.</summary>
internal sealed class LocalFile(string path, DirectoryInfo? folder) : IAsyncDisposable
{
    public string Path { get; } = path;

    public ValueTask DisposeAsync()
    {
        if (folder is { Exists: true })
        {
            folder.Delete(recursive: true);
        }

        return ValueTask.CompletedTask;
    }
}
