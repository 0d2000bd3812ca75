using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Platforms;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow.Stages;

/// <summary>Fits the file to its platform and takes a still of it. A fault here never costs the video: it is then handed out as it came, and the notes say so.</summary>
internal sealed class OptimiseStage(IMediaProcessor media, IAssetStore assets, PlatformCatalogue platforms, LocalFiles localFiles) : IStage
{
    public async Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        var job = context.Job;
        var source = job.Source ?? throw new InvalidOperationException($"Job {job.Id} has nothing to fit.");
        if (!await localFiles.IsThereAsync(source, cancellationToken).ConfigureAwait(false))
        {
            return new StageResult.Back(job with { Source = null, Video = null }, GenerationWorkflow.Download, TimeSpan.FromSeconds(5), "the downloaded file is gone or cut short; it is fetched again");
        }

        var input = await localFiles.OpenAsync(source, cancellationToken).ConfigureAwait(false);
        await using (input.ConfigureAwait(false))
        {
            if (job.Video is null)
            {
                job = await ConformAsync(job, source, input.Path, context, cancellationToken).ConfigureAwait(false);
            }

            return new StageResult.Advance(await ThumbnailAsync(job, cancellationToken).ConfigureAwait(false));
        }
    }

    private async Task<VideoJob> ConformAsync(VideoJob job, VideoAsset source, string path, StageContext context, CancellationToken cancellationToken)
    {
        if (job.Request is { TargetPlatform: null, Format: null })
        {
            return job with { Video = source };
        }

        try
        {
            var output = LocalFiles.NewOutput("output.mp4");
            await using (output.ConfigureAwait(false))
            {
                var result = await media.ConformAsync(
                    new ConformRequest
                    {
                        InputPath = path,
                        OutputPath = output.Path,
                        Platform = job.Request.TargetPlatform is { } id ? platforms.Get(id) : null,
                        Format = job.Request.Format,
                    },
                    new Progress(context.Report),
                    cancellationToken).ConfigureAwait(false);
                var notes = result.Reasons.Select(r => $"{result.Action.ToString().ToLowerInvariant()}: {r}");
                var video = result.Action == ConformAction.Unchanged
                    ? source
                    : await assets.ImportAsync(Describe(JobFiles.VideoOf(job), "video/mp4", result.Facts), output.Path, cancellationToken).ConfigureAwait(false);
                return job with { Video = video, Notes = [.. job.Notes, .. notes] };
            }
        }
        catch (Exception e) when (IsOurTrouble(e, cancellationToken))
        {
            return job with { Video = source, Notes = [.. job.Notes, $"kept as it came: {e.Message}"] };
        }
    }

    private async Task<VideoJob> ThumbnailAsync(VideoJob job, CancellationToken cancellationToken)
    {
        try
        {
            var video = await localFiles.OpenAsync(job.Video!, cancellationToken).ConfigureAwait(false);
            await using (video.ConfigureAwait(false))
            {
                var still = LocalFiles.NewOutput("thumbnail.jpg");
                await using (still.ConfigureAwait(false))
                {
                    return await media.CreateThumbnailAsync(video.Path, still.Path, cancellationToken).ConfigureAwait(false)
                        ? job with { Thumbnail = await assets.ImportAsync(Describe(JobFiles.ThumbnailOf(job), "image/jpeg", null), still.Path, cancellationToken).ConfigureAwait(false) }
                        : job;
                }
            }
        }
        catch (Exception e) when (IsOurTrouble(e, cancellationToken))
        {
            return job with { Notes = [.. job.Notes, $"no thumbnail: {e.Message}"] };
        }
    }

    // The vendor was paid and the file is here: no disk, tool or catalogue of ours may take it away again.
    private static bool IsOurTrouble(Exception e, CancellationToken cancellationToken) => e is not OutOfMemoryException && !cancellationToken.IsCancellationRequested;

    private static AssetDescription Describe(string id, string contentType, MediaFacts? facts) =>
        new() { Id = id, ContentType = contentType, Duration = facts?.Duration, Width = facts?.Width, Height = facts?.Height };

    private sealed class Progress(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
