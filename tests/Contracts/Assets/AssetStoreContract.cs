using System.Security.Cryptography;
using VideoGen.Sdk.Assets;
using Xunit;

namespace VideoGen.Sdk.Contracts.Assets;

/// <summary>Every MUST of <see cref="IAssetStore"/>. Derive it once per implementation.</summary>
public abstract class AssetStoreContract
{
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A fresh, empty store; the same one for the whole test.</summary>
    protected abstract IAssetStore Store { get; }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300_000)]
    public async Task What_was_saved_is_read_back_with_its_facts(int length)
    {
        var bytes = RandomNumberGenerator.GetBytes(length);
        var saved = await SaveAsync("clip-1", bytes);

        Assert.Equal(("clip-1", "video/mp4", (long)length, Convert.ToHexStringLower(SHA256.HashData(bytes))), (saved.Id, saved.ContentType, saved.Bytes, saved.Sha256));
        Assert.Equal(bytes, await ReadAsync("clip-1"));
        Assert.Equal(saved, await Store.FindAsync("clip-1", Stop));
    }

    [Fact]
    public async Task Measured_facts_are_kept()
    {
        var description = Describe("clip-1") with { Duration = TimeSpan.FromSeconds(5.5), Width = 1080, Height = 1920 };
        await Store.SaveAsync(description, new MemoryStream([1, 2, 3]), Stop);
        var found = (await Store.FindAsync("clip-1", Stop))!;

        Assert.Equal((TimeSpan.FromSeconds(5.5), 1080, 1920), (found.Duration, found.Width, found.Height));
    }

    [Fact]
    public async Task A_second_save_replaces_the_first()
    {
        await SaveAsync("clip-1", [1, 2, 3]);
        var second = await SaveAsync("clip-1", [4, 5]);

        Assert.Equal([4, 5], await ReadAsync("clip-1"));
        Assert.Equal(second, await Store.FindAsync("clip-1", Stop));
    }

    [Fact]
    public async Task A_second_save_of_another_kind_replaces_the_first_too()
    {
        await SaveAsync("clip-1", [1, 2, 3]);
        await Store.SaveAsync(Describe("clip-1") with { ContentType = "image/png" }, new MemoryStream([9]), Stop);

        Assert.Equal("image/png", (await Store.FindAsync("clip-1", Stop))!.ContentType);
        Assert.Equal([9], await ReadAsync("clip-1"));
    }

    [Fact]
    public async Task A_local_file_is_taken_over()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, [7, 8, 9], Stop);
        var saved = await Store.ImportAsync(Describe("clip-1"), path, Stop);

        Assert.Equal(3, saved.Bytes);
        Assert.Equal([7, 8, 9], await ReadAsync("clip-1"));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task An_asset_that_is_not_there_is_null_false_or_an_exception_that_names_it()
    {
        Assert.Null(await Store.FindAsync("nothing", Stop));
        Assert.False(await Store.DeleteAsync("nothing", Stop));
        Assert.Equal("nothing", (await Assert.ThrowsAsync<AssetStoreException>(() => Store.OpenReadAsync("nothing", Stop))).AssetId);
    }

    [Fact]
    public async Task A_deleted_asset_is_gone()
    {
        await SaveAsync("clip-1", [1]);

        Assert.True(await Store.DeleteAsync("clip-1", Stop));
        Assert.Null(await Store.FindAsync("clip-1", Stop));
        await Assert.ThrowsAsync<AssetStoreException>(() => Store.OpenReadAsync("clip-1", Stop));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../up")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("-begins")]
    [InlineData("Upper")]
    [InlineData("spa ce")]
    [InlineData("nul\0")]
    [InlineData("line\n")]
    [InlineData("c:drive")]
    [InlineData("ümlaut")]
    public async Task Ids_that_could_lead_elsewhere_are_refused_everywhere(string id)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.SaveAsync(Describe(id), new MemoryStream([1]), Stop));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.FindAsync(id, Stop));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.OpenReadAsync(id, Stop));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.DeleteAsync(id, Stop));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("0")]
    [InlineData("a.b_c-d")]
    [InlineData("con")]
    public async Task Every_id_of_the_alphabet_is_taken(string id)
    {
        await SaveAsync(id, [1]);
        Assert.Equal([1], await ReadAsync(id));
    }

    [Fact]
    public async Task The_longest_id_is_taken_and_a_longer_one_refused()
    {
        await SaveAsync(new string('a', 120), [1]);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => SaveAsync(new string('a', 121), [1]));
    }

    [Fact]
    public async Task Until_a_save_is_whole_the_old_asset_is_seen_or_none()
    {
        await using var slow = new GatedStream([1, 2, 3], [4, 5, 6]);
        var saving = Store.SaveAsync(Describe("clip-1"), slow, Stop);
        await slow.HalfRead;
        Assert.Null(await Store.FindAsync("clip-1", Stop));
        slow.Continue();
        await saving;

        Assert.Equal([1, 2, 3, 4, 5, 6], await ReadAsync("clip-1"));
    }

    [Fact]
    public async Task A_source_that_breaks_leaves_nothing_new_behind()
    {
        await SaveAsync("clip-1", [1, 2, 3]);
        await using var broken = new GatedStream([4], null);
        broken.Continue();

        await Assert.ThrowsAnyAsync<Exception>(() => Store.SaveAsync(Describe("clip-1"), broken, Stop));
        Assert.Equal([1, 2, 3], await ReadAsync("clip-1"));
    }

    [Fact]
    public async Task A_cancelled_save_leaves_nothing_behind()
    {
        using var gone = new CancellationTokenSource();
        await using var slow = new GatedStream([1, 2, 3], [4]);
        var saving = Store.SaveAsync(Describe("clip-1"), slow, gone.Token);
        await slow.HalfRead;
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => saving);
        Assert.Null(await Store.FindAsync("clip-1", Stop));
    }

    [Fact]
    public async Task Many_threads_may_save_the_same_and_other_ids_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => SaveAsync($"clip-{i % 10}", [(byte)(i % 10), (byte)i]), Stop)));

        for (var i = 0; i < 10; i++)
        {
            var bytes = await ReadAsync($"clip-{i}");
            var facts = (await Store.FindAsync($"clip-{i}", Stop))!;
            Assert.Equal(i, bytes[0]);
            Assert.Equal(2, facts.Bytes);
        }
    }

    protected static AssetDescription Describe(string id) => new() { Id = id, ContentType = "video/mp4" };

    protected Task<VideoAsset> SaveAsync(string id, byte[] bytes) => Store.SaveAsync(Describe(id), new MemoryStream(bytes, writable: false), Stop);

    protected async Task<byte[]> ReadAsync(string id)
    {
        await using var stream = await Store.OpenReadAsync(id, Stop);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, Stop);
        return bytes.ToArray();
    }
}
