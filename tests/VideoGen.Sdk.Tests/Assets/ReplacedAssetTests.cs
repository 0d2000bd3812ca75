using VideoGen.Sdk.Assets;

namespace VideoGen.Sdk.Tests.Assets;

/// <summary>A file that takes another one's place: bytes and facts belong together at every instant.</summary>
public sealed class ReplacedAssetTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("videogen-assets-");

    public ReplacedAssetTests() => Store = new FileSystemAssetStore(folder.FullName);

    private FileSystemAssetStore Store { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_that_replaces_another_is_never_described_by_the_other_ones_facts()
    {
        await SaveAsync("clip-1", [1, 2, 3]);
        var facts = folder.EnumerateFiles("*.json", SearchOption.AllDirectories).Single().FullName;
        var before = await File.ReadAllBytesAsync(facts, Stop);
        await SaveAsync("clip-1", [4, 5, 6]);
        var after = folder.EnumerateFiles("*.mp4", SearchOption.AllDirectories).Single().FullName;

        // As a death between the two names leaves it: the new file is there, the facts are still the old ones.
        await File.WriteAllBytesAsync(facts, before, Stop);
        Assert.Null(await Store.FindAsync("clip-1", Stop));
        Assert.True(File.Exists(after));

        await SaveAsync("clip-1", [4, 5, 6]);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([4, 5, 6])), (await Store.FindAsync("clip-1", Stop))!.Sha256);
        Assert.Single(folder.EnumerateFiles("*.mp4", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_file_of_another_length_than_its_facts_say_is_no_asset(int length)
    {
        await SaveAsync("clip-1", [1, 2]);
        await File.WriteAllBytesAsync(folder.EnumerateFiles("*.mp4", SearchOption.AllDirectories).Single().FullName, new byte[length], Stop);

        Assert.Null(await Store.FindAsync("clip-1", Stop));
    }

    [Fact]
    public async Task The_same_bytes_again_keep_their_place()
    {
        var first = await Store.SaveAsync(Describe("clip-1"), new MemoryStream([1, 2]), Stop);

        Assert.Equal(first.Location, (await Store.SaveAsync(Describe("clip-1"), new MemoryStream([1, 2]), Stop)).Location);
    }

    [Fact]
    public async Task Ids_that_begin_alike_keep_their_own_files()
    {
        var ids = new[] { "clip", "clip.0123456789ab", "clip.mp4" };
        foreach (var id in ids.Concat(ids))
        {
            await SaveAsync(id, [.. System.Text.Encoding.ASCII.GetBytes($"{id}{Random.Shared.Next()}")]);
        }

        foreach (var id in ids)
        {
            Assert.NotNull(await Store.FindAsync(id, Stop));
        }
    }

    private static AssetDescription Describe(string id) => new() { Id = id, ContentType = "video/mp4" };

    private Task<VideoAsset> SaveAsync(string id, byte[] content) => Store.SaveAsync(Describe(id), new MemoryStream(content), Stop);
}
