using Microsoft.Extensions.Options;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow.Stages;

/// <summary>Brings the file home. Free and repeatable, so it is tried for as long as there is hope; a paid file is never given up silently.</summary>
internal sealed class DownloadStage(ProviderRegistry registry, OutputDownload download, IOptionsMonitor<WorkflowOptions> options) : IStage
{
    private const int MaxTries = 8;

    // An endless file may be a broken server's; one more look is worth its bytes, eight are not.
    private const int MaxTriesOfTooLarge = 2;

    public async Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        var (job, attempt) = (context.Job, context.Attempt);
        if (job.Source is not null)
        {
            return new StageResult.Advance(job);
        }

        if (registry.Find(attempt.Provider, attempt.Account) is not { } registration)
        {
            return new StageResult.NeedsAttention(job, $"{attempt.Provider}/{attempt.Account} holds a finished video but is not registered in this process.", TimeSpan.FromMinutes(1));
        }

        // A link that failed once may have expired: from the second try on the vendor is asked for a fresh one.
        var request = new OutputRequest { Job = Remote.Of(attempt), Status = job.Tries == 0 ? attempt.FinalStatus : null, Progress = new Reporter(context.Report) };
        try
        {
            var asset = await download.RunAsync(registration.Provider, request, JobFiles.SourceOf(job, attempt), options.CurrentValue.MaxDownloadBytes, cancellationToken).ConfigureAwait(false);
            return new StageResult.Advance(job with { Source = asset });
        }
        catch (VideoGenerationException e) when (e is ProviderCallException or AssetStoreException or MediaException)
        {
            return Again(job, registration.Provider.Descriptor, e);
        }
    }

    private static StageResult Again(VideoJob job, ProviderDescriptor descriptor, VideoGenerationException e)
    {
        var tries = job.Tries + 1;
        job = job with { Tries = tries };
        var most = e is ProviderCallException { Failure.Kind: ProviderFailureKind.NotSupported } ? MaxTriesOfTooLarge : MaxTries;
        if (tries < most && e is not AssetStoreException and not MediaException { IsInputFault: false })
        {
            return new StageResult.RetryLater(job, Backoff.Full(tries, TimeSpan.FromMinutes(1)), $"the file could not be fetched: {e.Message}");
        }

        return descriptor.IsPaid || e is AssetStoreException
            ? new StageResult.NeedsAttention(job, $"The finished file could not be fetched after {tries} tries: {e.Message}", TimeSpan.FromMinutes(5))
            : new StageResult.Fail(job, JobFailureKind.AllProvidersFailed, $"{descriptor.Name}: {e.Message}", new ProviderFailure { Kind = ProviderFailureKind.NotSupported, Message = e.Message });
    }

    private sealed class Reporter(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
