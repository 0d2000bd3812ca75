using VideoGen.Sdk.Media.Running;
using VideoGen.Sdk.Media.Tests.Fixtures;
using Xunit;

namespace VideoGen.Sdk.Media.Tests.Running;

public sealed class LeftFoldersTests
{
    [Fact]
    public void Only_working_folders_of_ours_that_rested_for_a_day_are_removed()
    {
        using var scratch = new Scratch();
        var id = Guid.NewGuid().ToString("n");
        var old = Make(scratch, "videogen-" + id, days: 2);
        var fresh = Make(scratch, "videogen-" + Guid.NewGuid().ToString("n"), days: 0);
        var foreign = Make(scratch, "videogen-of-somebody", days: 2);
        var inUse = Make(scratch, "videogen-" + Guid.NewGuid().ToString("n"), days: 2);
        File.SetLastWriteTimeUtc(Path.Combine(inUse, "text.txt"), Ago(0));

        LeftFolders.Sweep(scratch.Folder, "videogen-");

        Assert.Equal([false, true, true, true], new[] { old, fresh, foreign, inUse }.Select(Directory.Exists));
    }

    private static string Make(Scratch scratch, string name, int days)
    {
        var path = scratch.File(name);
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, "text.txt"), "a prompt");
        File.SetLastWriteTimeUtc(Path.Combine(path, "text.txt"), Ago(days));
        Directory.SetLastWriteTimeUtc(path, Ago(days));
        return path;
    }

    private static DateTime Ago(int days) => TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-days);
}
