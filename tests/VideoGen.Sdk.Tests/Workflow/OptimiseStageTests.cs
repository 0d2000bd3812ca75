using Moq;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Platforms;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Workflow;
using VideoGen.Sdk.Workflow.Stages;

namespace VideoGen.Sdk.Tests.Workflow;

/// <summary>The vendor was paid and the file is here: whatever breaks while it is fitted, the video is handed out.</summary>
public sealed class OptimiseStageTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("videogen-optimise-");

    public static TheoryData<Exception> Troubles =>
        [new IOException("no space left"), new UnauthorizedAccessException("denied"), new InvalidOperationException("a defect"), new MediaException("unreadable"), new AssetStoreException("full")];

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task A_fault_while_fitting_hands_the_video_out_as_it_came(Exception trouble)
    {
        var media = new Mock<IMediaProcessor>();
        media.Setup(m => m.ConformAsync(It.IsAny<ConformRequest>(), It.IsAny<IProgress<double>>(), It.IsAny<CancellationToken>())).ThrowsAsync(trouble);
        media.Setup(m => m.CreateThumbnailAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>())).ThrowsAsync(trouble);

        var advance = Assert.IsType<StageResult.Advance>(await RunAsync(media.Object, "instagram/reels"));

        Assert.Equal(advance.Job.Source, advance.Job.Video);
        Assert.Null(advance.Job.Thumbnail);
        Assert.Contains(advance.Job.Notes, n => n.StartsWith("kept as it came", StringComparison.Ordinal));
        Assert.Contains(advance.Job.Notes, n => n.StartsWith("no thumbnail", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_platform_that_left_the_catalogue_costs_nobody_the_video()
    {
        var advance = Assert.IsType<StageResult.Advance>(await RunAsync(Mock.Of<IMediaProcessor>(), "gone/platform"));

        Assert.Equal(advance.Job.Source, advance.Job.Video);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<StageResult> RunAsync(IMediaProcessor media, string platform)
    {
        var assets = new FileSystemAssetStore(folder.FullName);
        using var bytes = new MemoryStream([1, 2, 3]);
        var source = await assets.SaveAsync(new AssetDescription { Id = "job-a1", ContentType = "video/mp4" }, bytes, TestContext.Current.CancellationToken);
        var job = new VideoJob
        {
            Id = "job",
            Stage = GenerationWorkflow.Optimise,
            CreatedAt = DateTimeOffset.UnixEpoch,
            Request = new VideoRequest { Prompt = "x", TargetPlatform = platform },
            Source = source,
        };
        var context = new StageContext(new StoredJob(job, new JobStamp(1, "me", 1, 0)), new JobSignals(), null!, _ => { });
        return await new OptimiseStage(media, assets, PlatformCatalogue.Embedded, new LocalFiles(assets)).RunAsync(context, TestContext.Current.CancellationToken);
    }
}
