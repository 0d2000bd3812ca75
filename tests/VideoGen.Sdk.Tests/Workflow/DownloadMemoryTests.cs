using System.Security.Cryptography;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Tests.Http;
using VideoGen.Sdk.Tests.Providers.Runway;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow;

/// <summary>The smaller form of <c>benchmarks … download</c>: memory does not grow with the file.</summary>
[Collection(typeof(RunsAlone))]
public sealed class DownloadMemoryTests : IDisposable
{
    private const int Length = 96 * 1024 * 1024;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("videogen-memory-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_long_file_needs_a_small_part_of_its_length_in_allocations()
    {
        var block = RandomNumberGenerator.GetBytes(256 * 1024);
        await using var server = new RawServer(async call =>
        {
            var length = call.Request.Path == "/long" ? Length : block.Length;
            await call.WriteAsync($"HTTP/1.1 200 X\r\nContent-Type: video/mp4\r\nContent-Length: {length}\r\n\r\n");
            for (var sent = 0; sent < length; sent += block.Length)
            {
                await call.Stream.WriteAsync(block);
            }
        });
        await FetchAsync(server, "warm");
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var asset = await FetchAsync(server, "long");

        Assert.Equal(Length, asset.Bytes);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Length / 3);
    }

    private async Task<VideoAsset> FetchAsync(RawServer server, string name)
    {
        var assets = new FileSystemAssetStore(folder.FullName);
        var status = new ProviderJobStatus { State = ProviderJobState.Succeeded, Outputs = [new Uri(server.BaseUrl, name)] };
        var download = new OutputDownload(assets, new NullMediaProcessor(), new LocalFiles(assets));
        return await download.RunAsync(RunwayDesk.At(server), new OutputRequest { Job = RunwayDesk.Job(), Status = status }, name, long.MaxValue, TestContext.Current.CancellationToken);
    }
}
