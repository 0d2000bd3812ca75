namespace VideoGen.Sdk.Workflow;

/// <summary>A local path; a temporary one takes its folder with it.</summary>
internal sealed class BorrowedFile(string path, DirectoryInfo? folder) : IAsyncDisposable
{
    public string Path { get; } = path;

    public ValueTask DisposeAsync()
    {
        try
        {
            if (folder is { Exists: true })
            {
                folder.Delete(recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A temporary folder that stays behind costs nobody the video; a later process sweeps it.
        }

        return ValueTask.CompletedTask;
    }
}
