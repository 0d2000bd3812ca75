using Microsoft.Extensions.Options;
using VideoGen.Sdk.Assets;

namespace VideoGen.Sdk.Workflow.Stages;

/// <summary>Leaves one file to hand out: the vendor's own goes once a fitted one is safe. Attempts whose price nobody knew are asked about once more.</summary>
internal sealed class StoreStage(IAssetStore assets, OpenQuestions questions, IOptionsMonitor<WorkflowOptions> options) : IStage
{
    public async Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        var job = context.Job;
        if (job.Source is { } source && job.Video is { } video && source.Id != video.Id && !options.CurrentValue.KeepSource)
        {
            try
            {
                await assets.DeleteAsync(source.Id, cancellationToken).ConfigureAwait(false);
            }
            catch (AssetStoreException e)
            {
                // The video is safe; a file too many costs nobody the result.
                job = job with { Notes = [.. job.Notes, $"the vendor's own file was kept: {e.Message}"] };
            }
        }

        return new StageResult.Advance(await questions.AskAsync(job, cancellationToken).ConfigureAwait(false));
    }
}
