using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Contracts.Assets;

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

    [Fact]
    public async Task A_facts_file_that_was_damaged_is_told_and_not_believed()
    {
        await SaveAsync("clip-1", [1, 2]);
        await File.WriteAllTextAsync(folder.EnumerateFiles("*.json", SearchOption.AllDirectories).Single().FullName, "{ damaged", Stop);

        await Assert.ThrowsAsync<AssetStoreException>(() => Store.FindAsync("clip-1", Stop));
    }
}
