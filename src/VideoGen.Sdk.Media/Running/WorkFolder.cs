using VideoGen.Sdk.Assets;

namespace VideoGen.Sdk.Media.Running;

/// <summary>A folder of our own for one piece of work, gone with everything in it when disposed.</summary>
internal sealed class WorkFolder : IDisposable, IAsyncDisposable
{
    private const string Prefix = "videogen-";

    private WorkFolder(string path) => Path = path;

    public string Path { get; }

    /// <exception cref="MediaException">It cannot be made.</exception>
    public static WorkFolder Create(MediaOptions options)
    {
        var parent = options.TemporaryFolder ?? System.IO.Path.GetTempPath();
        LeftFolders.SweepOnce(parent, Prefix);
        try
        {
            var path = System.IO.Path.Combine(parent, Prefix + Guid.NewGuid().ToString("n"));
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
            }
            else
            {
                // Prompts lie in here as text: other users of the machine have no business with them.
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            return new WorkFolder(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaException($"No temporary folder can be made in '{parent}': {e.Message} Set {MediaOptionsValidator.Section}:{nameof(MediaOptions.TemporaryFolder)}.", e);
        }
    }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What the work brought is worth more than a clean temporary folder; the system sweeps that one.
            System.Diagnostics.Debug.WriteLine(e.Message);
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
