using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace VideoGen.Sdk.Benchmarks.Rendering;

/// <summary>
/// How long the local provider works for one second of a 1080x1920 video with sound: the whole way from request to stored file.
/// What counts is the ratio to that second: below 1 it renders faster than the video plays.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 3)]
[MedianColumn, MaxColumn]
public class LocalRenderBenchmarks
{
    private const int Seconds = 15;

    /// <summary>The seed picks the scene, for ever: these four give one of each.</summary>
    private static readonly Dictionary<string, int> Seeds = new(StringComparer.Ordinal) { ["aurora"] = 10, ["landscape"] = 5, ["bokeh"] = 0, ["silk"] = 1 };

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"videogen-benchmark-{Guid.NewGuid():n}");
    private ServiceProvider services = null!;
    private IVideoGenerator videos = null!;
    private int rendered;

    /// <summary>What is drawn.</summary>
    [Params("aurora", "landscape", "bokeh", "silk")]
    public string Scene { get; set; } = "";

    [GlobalSetup]
    public void Start()
    {
        var collection = new ServiceCollection();
        collection.AddVideoGeneration().AddLocal().UseSqlite(Path.Combine(folder, "videogen.db")).UseAssetFolder(Path.Combine(folder, "videos"));
        services = collection.BuildServiceProvider();
        videos = services.GetRequiredService<IVideoGenerator>();
    }

    [Benchmark(OperationsPerInvoke = Seconds)]
    public Task<VideoResult> One_second_of_video() => videos.GenerateAsync(new VideoRequest
    {
        Prompt = string.Create(CultureInfo.InvariantCulture, $"A paper boat crosses puddle number {++rendered}"),
        Seed = Seeds[Scene],
        Duration = TimeSpan.FromSeconds(Seconds),
        AspectRatio = AspectRatio.Portrait,
        Resolution = VideoResolution.FullHd,
    });

    [GlobalCleanup]
    public async Task Stop()
    {
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
