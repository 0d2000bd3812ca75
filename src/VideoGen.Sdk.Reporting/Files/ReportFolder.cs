using System.Text;

namespace VideoGen.Sdk.Reporting.Files;

/// <summary>The folder of a report. Each file appears whole or not at all.</summary>
internal sealed class ReportFolder
{
    private readonly string folder;

    public ReportFolder(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        this.folder = Path.GetFullPath(folder);
    }

    /// <summary>Makes the folder and finds out whether it can be written: before minutes of reading, not after.</summary>
    public void MakeReady() => Guarded(() =>
    {
        Directory.CreateDirectory(folder);
        var probe = PartName();
        using (File.Create(probe, 1, FileOptions.DeleteOnClose))
        {
        }

        return true;
    });

    public async Task<string> WriteAsync(string name, Action<TextWriter> write, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await Task.Run(() => Guarded(() => Write(name, write)), cancellationToken).ConfigureAwait(false);
    }

    private string Write(string name, Action<TextWriter> write)
    {
        var path = Path.Combine(folder, Path.GetFileName(name));
        var part = PartName();
        try
        {
            using (var writer = new StreamWriter(part, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
            {
                write(writer);
            }

            File.Move(part, path, overwrite: true);
            return path;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private string PartName() => Path.Combine(folder, $".{Guid.NewGuid():n}.part");

    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw ReportFolderException.Of(folder, exception);
        }
    }
}
