namespace VideoGen.Sdk;

/// <summary>Asks for videos. Safe for use by many threads at once.</summary>
/// <remarks>The account that is chosen pays the vendor. Never pays twice by itself, never goes over budget, never loses a paid video.</remarks>
public interface IVideoGenerator
{
    /// <summary>Says what a request would do and cost. Free: nothing is held, nothing is sent.</summary>
    /// <exception cref="InvalidVideoRequestException">A field is wrong.</exception>
    Task<VideoPlan> PlanAsync(VideoRequest request, CancellationToken cancellationToken = default);

    /// <summary>Makes the video in the caller's task and returns when the file is stored. With a known idempotency key it returns the stored result or attaches to the running job.</summary>
    /// <param name="request">The wish.</param>
    /// <param name="progress">Told after every change; null tells nobody.</param>
    /// <param name="cancellationToken">Stops waiting. It does not cancel the job: that is <see cref="CancelAsync"/>.</param>
    /// <exception cref="VideoGenerationException">The job failed, or its outcome is unknown; its properties say what is known.</exception>
    Task<VideoResult> GenerateAsync(VideoRequest request, IProgress<VideoProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>The same as a stream of events, ending with <see cref="VideoEvent.Completed"/>.</summary>
    IAsyncEnumerable<VideoEvent> StreamAsync(VideoRequest request, CancellationToken cancellationToken = default);

    /// <summary>Carries a job on by its id, whoever made it: returns the stored result, attaches to its owner, or takes over from one that died. Nothing is submitted that was submitted before.</summary>
    /// <exception cref="VideoGenerationException">There is no such job, or it ended without a video.</exception>
    Task<VideoResult> ResumeAsync(string jobId, IProgress<VideoProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Makes new attempts of a failed job, only when all its attempts are closed. A known idempotency key alone returns the stored failure.</summary>
    Task<VideoResult> RetryFailedAsync(string jobId, IProgress<VideoProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Cancels a job as far as the vendor allows, and says which of the possible things happened.</summary>
    Task<CancelOutcome> CancelAsync(string jobId, CancellationToken cancellationToken = default);
}
