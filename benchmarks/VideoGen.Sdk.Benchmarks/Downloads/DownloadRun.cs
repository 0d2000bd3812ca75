using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Runway;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Benchmarks.Downloads;

/// <summary>One download by one way, in a process of its own: its seconds and by how much the process grew after a small first one.</summary>
internal static class DownloadRun
{
    private const int BufferBytes = 128 * 1024;

    public static async Task MeasureAsync(string way, Uri small, Uri large)
    {
        using var folder = new Scratch();
        await RunAsync(way, small, folder.Path);
        GC.Collect();
        await File.WriteAllTextAsync("/proc/self/clear_refs", "5");
        var before = PeakBytes();
        var began = Stopwatch.GetTimestamp();
        await RunAsync(way, large, folder.Path);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds:0.000} {(PeakBytes() - before) / 1_000_000.0:0.0}"));
    }

    private static Task RunAsync(string way, Uri address, string folder) => way == "hand" ? ByHandAsync(address, folder) : OursAsync(address, folder);

    private static async Task ByHandAsync(Uri address, string folder)
    {
        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var content = await response.Content.ReadAsStreamAsync();
        await using var file = new FileStream(Path.Combine(folder, "hand.mp4"), FileMode.Create, FileAccess.Write, FileShare.None, BufferBytes, FileOptions.Asynchronous);
        var buffer = new byte[BufferBytes];
        for (int read; (read = await content.ReadAsync(buffer)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read));
        }

        // On the disk before it counts as kept, as ours is.
        file.Flush(flushToDisk: true);
        _ = Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task OursAsync(Uri address, string folder)
    {
        var provider = RunwayProvider.Create("key_benchmark-0123456789abcdef", o =>
        {
            o.BaseUrl = address;
            o.AllowLoopback = true;
        });
        var assets = new FileSystemAssetStore(folder);
        var job = new RemoteJob { RemoteId = "1", Route = "1", Model = "1", ClientReference = "1" };
        var status = new ProviderJobStatus { State = ProviderJobState.Succeeded, Outputs = [address] };
        await new OutputDownload(assets, new NullMediaProcessor(), new LocalFiles(assets)).RunAsync(provider, new OutputRequest { Job = job, Status = status }, "ours", long.MaxValue, CancellationToken.None);
    }

    private static long PeakBytes() => long.Parse(
        File.ReadLines("/proc/self/status").Single(l => l.StartsWith("VmHWM:", StringComparison.Ordinal))["VmHWM:".Length..^" kB".Length].Trim(), CultureInfo.InvariantCulture) * 1024;

    private sealed class Scratch : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("videogen-download-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
