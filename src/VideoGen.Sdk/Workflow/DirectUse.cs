using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.Workflow;

/// <summary>
/// One provider without the rest: submit, poll to the end, download. <b>No budget holds it back, no ledger books it, nothing survives a crash and no other provider follows</b>;
/// the account of the key pays. <see cref="IVideoGenerator"/> has all of these. Safe for use by many threads at once.
/// </summary>
public static class DirectUse
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromHours(2);

    /// <summary>What <see cref="SubmitAsync"/> would send, and its price bound. Free, and touches no network.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="request">The wish. Budgets, tenants, keys and preferred providers in it have no meaning here.</param>
    /// <param name="catalogue">Models and prices; null takes the embedded catalogue.</param>
    /// <exception cref="InvalidVideoRequestException">No model of the provider can do it; the message says why.</exception>
    public static FittedRequest Fit(this IVideoProvider provider, VideoRequest request, ModelCatalogue? catalogue = null)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(request);
        return DirectFit.Of(provider, request, catalogue ?? ModelCatalogue.Embedded, TimeProvider.System.GetUtcNow());
    }

    /// <summary>Sends the one paid request, once. Who holds the key pays.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="request">The wish, fitted as <see cref="Fit"/> says.</param>
    /// <param name="catalogue">Models and prices; null takes the embedded catalogue.</param>
    /// <param name="cancellationToken">Ends preparing; once the request is on its way it is seen through.</param>
    /// <returns>The accepted job. Keep it: whoever loses it has paid for nothing.</returns>
    /// <exception cref="InvalidVideoRequestException">No model of the provider can do it; nothing was sent.</exception>
    /// <exception cref="ProviderKeyMissingException">There is no key; nothing was sent.</exception>
    /// <exception cref="ProviderCallException">It was not sent or was refused; with <see cref="ProviderFailureKind.UnknownOutcome"/> nobody knows, and the message names the client reference to look it up by.</exception>
    public static async Task<RemoteJob> SubmitAsync(this IVideoProvider provider, VideoRequest request, ModelCatalogue? catalogue = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(provider);
        var spec = provider.Fit(request, catalogue).Spec;
        if (provider.CheckReadiness() is { IsReady: false, Reason: var reason })
        {
            throw reason?.StartsWith(ProviderKeyMissingException.Sentence, StringComparison.Ordinal) == true
                ? new ProviderKeyMissingException(reason) { Provider = provider.Descriptor.Name }
                : new ProviderNotReadyException($"Provider '{provider.Descriptor.Name}' is not ready: {reason}") { Provider = provider.Descriptor.Name };
        }

        var task = new GenerationTask
        {
            Spec = spec,
            ClientReference = $"vg-{Guid.CreateVersion7():N}",
            Inputs = await DirectInputs.PrepareAsync(provider, request, cancellationToken).ConfigureAwait(false),
        };
        var body = await provider.ComposeAsync(task, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return await provider.SubmitAsync(body, CancellationToken.None).ConfigureAwait(false) switch
        {
            SubmissionOutcome.Accepted accepted => new RemoteJob { RemoteId = accepted.RemoteId, Route = body.Route, Model = body.Model, ClientReference = body.ClientReference, Spec = spec },
            SubmissionOutcome.NotSent unsent => throw new ProviderCallException(provider.Descriptor.Name, unsent.Failure),
            SubmissionOutcome.Rejected rejected => throw new ProviderCallException(provider.Descriptor.Name, rejected.Failure),
            SubmissionOutcome.Unknown unknown => throw new ProviderCallException(provider.Descriptor.Name, unknown.Failure with
            {
                Message = $"{unknown.Failure.Message.TrimEnd('.')}. Nobody knows whether a paid job exists: look for client reference {body.ClientReference} before you submit again",
            }),
            _ => throw new InvalidOperationException("A submission had no outcome."),
        };
    }

    /// <summary>Asks until the job has ended, as often as the vendor allows. Free. Passing troubles of the way there are waited out.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="job">What <see cref="SubmitAsync"/> returned.</param>
    /// <param name="progress">Told every answer; null tells nobody.</param>
    /// <param name="timeout">Longest wait; null waits two hours. Passing it stops the waiting, not the job.</param>
    /// <param name="timeProvider">The clock; null takes the system's.</param>
    /// <param name="cancellationToken">Ends the waiting, not the job.</param>
    /// <returns>The vendor's last word; its state says whether there is a video.</returns>
    /// <exception cref="VideoGenerationTimeoutException">It did not end in time; it may still.</exception>
    /// <exception cref="ProviderCallException">The question cannot be asked.</exception>
    public static Task<ProviderJobStatus> WaitAsync(
        this IVideoProvider provider, RemoteJob job, IProgress<ProviderJobStatus>? progress = null, TimeSpan? timeout = null, TimeProvider? timeProvider = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(job);
        return new DirectWait(provider, job, timeout ?? LongestRun, timeProvider ?? TimeProvider.System).RunAsync(progress, cancellationToken);
    }

    /// <summary>Brings the finished video to a file, which appears only once it is whole. Free; call it again after a failure.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="job">What <see cref="SubmitAsync"/> returned.</param>
    /// <param name="status">What <see cref="WaitAsync"/> returned; null asks the vendor.</param>
    /// <param name="path">The file; its folder is made where it is missing.</param>
    /// <param name="cancellationToken">Ends the download and leaves no file.</param>
    /// <returns>The full path.</returns>
    /// <exception cref="ProviderCallException">The file cannot be had.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static Task<string> DownloadAsync(this IVideoProvider provider, RemoteJob job, ProviderJobStatus? status, string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return DirectDownload.RunAsync(provider, new OutputRequest { Job = job, Status = status }, Path.GetFullPath(path), cancellationToken);
    }
}
