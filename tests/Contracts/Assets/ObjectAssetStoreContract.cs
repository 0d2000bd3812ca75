using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Assets;
using Xunit;

namespace VideoGen.Sdk.Contracts.Assets;

/// <summary>What an object store promises beyond <see cref="IAssetStore"/>.</summary>
public abstract class ObjectAssetStoreContract : AssetStoreContract
{
    protected ObjectAssetStore Objects => (ObjectAssetStore)Store;

    [Fact]
    public async Task Every_machine_sees_it_and_no_local_path_is_promised()
    {
        var saved = await SaveAsync("clip-1", [1]);

        Assert.True(Store.IsShared);
        Assert.Null(saved.LocalPath);
        Assert.True(saved.Location.IsAbsoluteUri);
        Assert.Equal("", saved.Location.Query);
    }

    [Fact]
    public async Task All_assets_are_listed_each_once()
    {
        for (var i = 0; i < 7; i++)
        {
            await SaveAsync($"clip-{i}", [(byte)i]);
        }

        await SaveAsync("clip-3", [3, 3]);
        await Store.DeleteAsync("clip-4", Stop);
        var listed = await Objects.ListAsync(Stop).ToListAsync(Stop);

        Assert.Equal(["clip-0", "clip-1", "clip-2", "clip-3", "clip-5", "clip-6"], listed.Select(a => a.Id).Order(StringComparer.Ordinal));
        Assert.Equal(2, listed.Single(a => a.Id == "clip-3").Bytes);
    }

    [Fact]
    public async Task A_sweep_removes_only_bytes_that_nothing_names_and_that_are_a_day_old()
    {
        await SaveAsync("clip-1", [1]);
        await SaveAsync("a.b", [2]);
        await LeaveBytesAsync("clip-1");
        var now = new FakeTimeProvider(TimeProvider.System.GetUtcNow());

        Assert.Equal(0, await Objects.SweepAsync(now.GetUtcNow(), Stop));
        now.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await Objects.SweepAsync(now.GetUtcNow(), Stop));
        Assert.Equal(0, await Objects.SweepAsync(now.GetUtcNow(), Stop));
        Assert.Equal([1], await ReadAsync("clip-1"));
        Assert.Equal([2], await ReadAsync("a.b"));
    }

    [Fact]
    public async Task A_replaced_or_deleted_asset_leaves_no_bytes_behind()
    {
        await SaveAsync("clip-1", [1]);
        await SaveAsync("clip-1", [2]);
        await SaveAsync("clip-2", [3]);
        await Store.DeleteAsync("clip-2", Stop);

        Assert.Equal(2, await CountObjectsAsync());
    }

    [Fact]
    public async Task A_file_of_many_parts_goes_up_and_comes_back_in_little_memory()
    {
        const long Length = 96 * 1024 * 1024;
        await SaveAsync("warm", new byte[20_000_000]);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (most, read) = (0L, 0L);
        void Look() => most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        var saved = await Store.SaveAsync(Describe("long"), new PatternStream(Length, Look), Stop);
        await using (var content = await Store.OpenReadAsync("long", Stop))
        {
            var buffer = new byte[128 * 1024];
            for (int got; (got = await content.ReadAsync(buffer, Stop)) > 0; read += got)
            {
                if ((read + got) / PatternStream.Part > read / PatternStream.Part)
                {
                    Look();
                }
            }
        }

        Assert.Equal((Length, Length), (saved.Bytes, read));
        Assert.InRange(most, 0, 40 * 1024 * 1024);
    }

    /// <summary>Puts bytes beside an asset as a process that died in a save leaves them.</summary>
    protected abstract Task LeaveBytesAsync(string id);

    /// <summary>Objects in the container, facts among them.</summary>
    protected abstract Task<int> CountObjectsAsync();
}
