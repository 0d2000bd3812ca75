using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Workflow;

/// <summary>Polls one job to its end.</summary>
internal sealed class DirectWait(IVideoProvider provider, RemoteJob job, TimeSpan timeout, TimeProvider timeProvider)
{
    private const int MostTroubles = 10;
    private static readonly TimeSpan UnclearCeiling = TimeSpan.FromHours(1);

    public async Task<ProviderJobStatus> RunAsync(IProgress<ProviderJobStatus>? progress, CancellationToken cancellationToken)
    {
        var begun = timeProvider.GetTimestamp();
        var clearAt = begun;
        var troubles = 0;
        while (true)
        {
            var pause = provider.Descriptor.PollFloor;
            try
            {
                var status = await provider.GetStatusAsync(job, cancellationToken).ConfigureAwait(false);
                progress?.Report(status);
                if (status.IsEnded)
                {
                    return status;
                }

                troubles = 0;
                pause = Longer(pause, status.RetryAfter);
                clearAt = status.State is ProviderJobState.NotVisible or ProviderJobState.Unknown ? clearAt : timeProvider.GetTimestamp();
            }
            catch (ProviderCallException e) when (e.Failure?.Kind is ProviderFailureKind.Transient or ProviderFailureKind.RateLimited or ProviderFailureKind.Timeout && ++troubles < MostTroubles)
            {
                pause = Longer(pause, e.Failure.RetryAfter);
            }

            if (timeProvider.GetElapsedTime(begun) + pause > timeout || timeProvider.GetElapsedTime(clearAt) > UnclearCeiling)
            {
                throw new VideoGenerationTimeoutException(
                    $"Video generation timeout: {provider.Descriptor.Name} has not ended job {job.RemoteId} after {timeProvider.GetElapsedTime(begun):hh\\:mm\\:ss}. It may still end and be charged: wait for the same job again with a longer timeout, or look at the vendor's status page.");
            }

            await Task.Delay(pause, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private static TimeSpan Longer(TimeSpan floor, TimeSpan? asked) => asked is { } span && span > floor ? span : floor;
}
