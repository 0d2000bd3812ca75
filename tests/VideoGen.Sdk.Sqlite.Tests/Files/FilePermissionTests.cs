using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Sqlite.Jobs;
using Xunit;

namespace VideoGen.Sdk.Sqlite.Tests.Files;

/// <summary>Prompts and money are nobody else's business.</summary>
public sealed class FilePermissionTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Nobody_but_its_owner_reads_the_file_or_its_logs()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("there are no file modes");
            return;
        }

        await Make(folder.Open());

        var files = Directory.GetFiles(Path.GetDirectoryName(folder.File())!);
        Assert.Contains(files, f => f.EndsWith("-wal", StringComparison.Ordinal));
        Assert.Contains(files, f => f.EndsWith("-shm", StringComparison.Ordinal));
        foreach (var file in files)
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task A_file_that_is_there_keeps_the_permissions_that_its_owner_gave_it()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("there are no file modes");
            return;
        }

        const UnixFileMode Given = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        await File.WriteAllBytesAsync(folder.File(), [], Stop);
        File.SetUnixFileMode(folder.File(), Given);
        await Make(folder.Open());

        Assert.Equal(Given, File.GetUnixFileMode(folder.File()));
    }

    private static Task<CreateJobResult> Make(SqliteDatabase database) => new SqliteJobStore(database, null).CreateAsync(Some.New(Some.Job()), Stop);
}
