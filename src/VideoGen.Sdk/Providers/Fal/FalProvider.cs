using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Providers.Fal.Wire;

namespace VideoGen.Sdk.Providers.Fal;

/// <summary>
/// One account at fal, through its queue: any model that fal hosts, named by its endpoint id. A submit is paid by the account of the key; everything else is free.
/// fal has no idempotency key and no look-up, so a lost answer is recovered by a verified callback or by a person. Safe for use by many threads at once.
/// </summary>
public sealed class FalProvider : IVideoProvider
{
    private readonly FalCalls calls;
    private readonly FalStatus status;
    private readonly TimeProvider clock;

    internal FalProvider(VendorHttp http, Func<FalOptions> readOptions, TimeProvider clock, string account, bool canVerifyCallbacks)
    {
        this.clock = clock;
        calls = new FalCalls(http, readOptions);
        status = new FalStatus(calls);
        Descriptor = new ProviderDescriptor
        {
            Name = "fal",
            Account = account,
            SendsCallbacks = canVerifyCallbacks,
            PollFloor = TimeSpan.FromSeconds(2),
            SubmitDeadline = readOptions().SubmitDeadline,
        };
    }

    /// <inheritdoc/>
    public ProviderDescriptor Descriptor { get; }

    /// <summary>For use without a container. No budget and no ledger guards what it submits.</summary>
    /// <param name="apiKey">The API key; who submits with it pays.</param>
    /// <param name="configure">Further options.</param>
    /// <param name="timeProvider">The clock; null takes the system's.</param>
    public static FalProvider Create(string apiKey, Action<FalOptions>? configure = null, TimeProvider? timeProvider = null)
    {
        var options = new FalOptions { ApiKey = apiKey };
        configure?.Invoke(options);
        return new(VendorHttp.Create(options.ToEndpoint, timeProvider), () => options, timeProvider ?? TimeProvider.System, "default", canVerifyCallbacks: false);
    }

    /// <inheritdoc/>
    public ProviderReadiness CheckReadiness() => FalCalls.MissingFrom(calls.Options) is { } reason ? ProviderReadiness.NotReady(reason) : ProviderReadiness.Ready;

    /// <inheritdoc/>
    public PriceEstimate Estimate(GenerationSpec spec, CatalogueModel model) => FalPrice.Estimate(spec, model, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));

    /// <inheritdoc/>
    public ValueTask<SubmissionBody> ComposeAsync(GenerationTask task, CancellationToken cancellationToken = default) =>
        FalComposer.ComposeAsync(task, calls.Options.DurationStyle, cancellationToken);

    /// <inheritdoc/>
    public async Task<SubmissionOutcome> SubmitAsync(SubmissionBody body, CancellationToken cancellationToken = default)
    {
        if (calls.Key() is not { } key)
        {
            return new SubmissionOutcome.NotSent(new ProviderFailure { Kind = ProviderFailureKind.Authentication, Message = FalCalls.MissingFrom(calls.Options)! });
        }

        var request = VendorRequest.Post(body.Route, body.Content, [key, .. calls.SubmitHeaders()]) with { ContentType = body.ContentType };
        return FalReader.Outcome(await calls.Http.SendOnceAsync(request, cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public Task<ProviderJobStatus> GetStatusAsync(RemoteJob job, CancellationToken cancellationToken = default) => status.ReadAsync(job, cancellationToken);

    /// <summary>Asks fal to stop a request. One that waits is taken out; one that runs may go on and be charged all the same, so it is asked about until its end.</summary>
    public async Task<ProviderCancelOutcome> CancelAsync(RemoteJob job, CancellationToken cancellationToken = default)
    {
        var answer = await calls.SendAsync(HttpMethod.Put, $"{FalModels.RequestPath(job)}/cancel", cancellationToken).ConfigureAwait(false);
        var word = answer.TryRead(FalJsonContext.Default.FalQueueData, out var data) ? data.Status : null;
        return (answer.Code, word) switch
        {
            (>= 200 and < 300, _) => ProviderCancelOutcome.Requested,
            (_, "ALREADY_COMPLETED") => ProviderCancelOutcome.AlreadyEnded,
            (404, _) => ProviderCancelOutcome.NotSupported,
            _ => throw FalErrors.Asked(answer, job.Spec?.Prompt),
        };
    }

    /// <inheritdoc/>
    public Task<OutputContent> OpenOutputAsync(OutputRequest request, CancellationToken cancellationToken = default) =>
        FalDownload.OpenAsync(calls.Http, request, ct => GetStatusAsync(request.Job, ct), cancellationToken);
}
