using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Contracts.Assets;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Assets;

public sealed class FileSystemAssetStoreTests : AssetStoreContract, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("videogen-assets-");

    public FileSystemAssetStoreTests() => Store = new FileSystemAssetStore(folder.FullName);

    protected override IAssetStore Store { get; }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task No_part_of_a_failed_or_cancelled_save_stays_on_disk()
    {
        await A_cancelled_save_leaves_nothing_behind();
        await A_source_that_breaks_leaves_nothing_new_behind();

        Assert.Empty(folder.EnumerateFiles("*.part", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_named_with_the_fix()
    {
        var file = Path.Combine(folder.FullName, "occupied");
        await File.WriteAllTextAsync(file, "a file where the folder should be", Stop);
        var failed = await Assert.ThrowsAsync<AssetStoreException>(() => new FileSystemAssetStore(file).SaveAsync(Describe("clip-1"), new MemoryStream([1]), Stop));

        Assert.Equal(("clip-1", file), (failed.AssetId, failed.Path));
        Assert.Contains(file, failed.Message, StringComparison.Ordinal);
        Assert.Contains("VideoGeneration:Assets:Path", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_was_moved_still_finds_its_files()
    {
        await SaveAsync("clip-1", [1, 2]);
        var moved = $"{folder.FullName}-moved";
        Directory.Move(folder.FullName, moved);
        var found = (await new FileSystemAssetStore(moved).FindAsync("clip-1", Stop))!;
        Directory.Move(moved, folder.FullName);

        Assert.StartsWith(moved, found.LocalPath, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ damaged")]
    [InlineData("")]
    [InlineData("null")]
    public async Task Facts_that_were_damaged_are_no_asset_and_a_save_mends_them(string damaged)
    {
        await SaveAsync("clip-1", [1, 2]);
        await File.WriteAllTextAsync(folder.EnumerateFiles("*.json", SearchOption.AllDirectories).Single().FullName, damaged, Stop);

        Assert.Null(await Store.FindAsync("clip-1", Stop));
        await SaveAsync("clip-1", [1, 2]);
        Assert.NotNull(await Store.FindAsync("clip-1", Stop));
    }

    [Fact]
    public async Task A_publication_that_fails_leaves_neither_part_nor_file()
    {
        await SaveAsync("clip-1", [1, 2]);
        var facts = folder.EnumerateFiles("*.json", SearchOption.AllDirectories).Single().FullName;
        File.Delete(facts);
        Directory.CreateDirectory(facts);

        await Assert.ThrowsAsync<AssetStoreException>(() => SaveAsync("clip-1", [3]));

        Assert.Empty(folder.EnumerateFiles("*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Folders_that_a_killed_process_left_are_swept_when_they_are_a_day_old()
    {
        var (old, fresh, used, other) = (folder.CreateSubdirectory("videogen-fit-a"), folder.CreateSubdirectory("videogen-fit-b"), folder.CreateSubdirectory("videogen-fit-c"), folder.CreateSubdirectory("somebody-elses"));
        File.WriteAllText(Path.Combine(used.FullName, "output.mp4"), "still written to");
        foreach (var one in new[] { old, used, other })
        {
            one.LastWriteTimeUtc = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-2);
        }

        LeftParts.SweepFolders(folder.FullName, LocalFiles.Prefix);
        Assert.Equal((false, true, true, true), (Directory.Exists(old.FullName), Directory.Exists(fresh.FullName), Directory.Exists(used.FullName), Directory.Exists(other.FullName)));
    }

    [Fact]
    public async Task A_save_sweeps_what_a_killed_process_left_more_than_a_day_ago()
    {
        await SaveAsync("clip-1", [1]);
        var shard = folder.EnumerateDirectories().Single().FullName;
        var (old, fresh) = (Path.Combine(shard, "clip-0.mp4.x.part"), Path.Combine(shard, "clip-0.mp4.y.part"));
        await File.WriteAllBytesAsync(old, [1], Stop);
        await File.WriteAllBytesAsync(fresh, [1], Stop);
        File.SetLastWriteTimeUtc(old, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-2));

        await SaveAsync("clip-1", [2]);

        Assert.Equal((false, true), (File.Exists(old), File.Exists(fresh)));
    }

    [Theory]
    [InlineData("clip-1\n")]
    [InlineData("clip-1\0")]
    public async Task An_id_that_ends_in_what_nobody_sees_is_refused(string id)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.FindAsync(id, Stop));
    }
}
