using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.Providers.Kling;

/// <summary>
/// One account at Kling. A submit is paid by the account of the key; everything else is free. Kling has no cancel and no idempotency key;
/// our client reference is its <c>external_task_id</c>, by which a lost submit is looked up. Safe for use by many threads at once.
/// </summary>
public sealed partial class KlingProvider : IVideoProvider
{
    private readonly VendorHttp http;
    private readonly Func<KlingOptions> readOptions;
    private readonly TimeProvider clock;
    private readonly KlingToken token;

    internal KlingProvider(VendorHttp http, Func<KlingOptions> readOptions, TimeProvider clock, string account)
    {
        this.http = http;
        this.readOptions = readOptions;
        this.clock = clock;
        token = new KlingToken(clock);
        Descriptor = new ProviderDescriptor { Name = "kling", Account = account, CanFind = true, SendsCallbacks = true, SubmitDeadline = readOptions().SubmitDeadline };
    }

    /// <inheritdoc/>
    public ProviderDescriptor Descriptor { get; }

    /// <summary>For use without a container. No budget and no ledger guards what it submits.</summary>
    /// <param name="apiKey">The API key; who submits with it pays.</param>
    /// <param name="configure">Further options.</param>
    /// <param name="timeProvider">The clock; null takes the system's.</param>
    public static KlingProvider Create(string apiKey, Action<KlingOptions>? configure = null, TimeProvider? timeProvider = null)
    {
        var options = new KlingOptions { ApiKey = apiKey };
        configure?.Invoke(options);
        return new(VendorHttp.Create(options.ToEndpoint, timeProvider), () => options, timeProvider ?? TimeProvider.System, "default");
    }

    /// <inheritdoc/>
    public ProviderReadiness CheckReadiness() => KlingToken.MissingFrom(readOptions()) is { } reason ? ProviderReadiness.NotReady(reason) : ProviderReadiness.Ready;

    /// <inheritdoc/>
    public PriceEstimate Estimate(GenerationSpec spec, CatalogueModel model) => KlingPrice.Estimate(spec, model, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));

    /// <inheritdoc/>
    public ValueTask<SubmissionBody> ComposeAsync(GenerationTask task, CancellationToken cancellationToken = default) =>
        readOptions().Standard == KlingStandard.Legacy ? KlingLegacyComposer.ComposeAsync(task, cancellationToken) : KlingComposer.ComposeAsync(task, cancellationToken);

    /// <inheritdoc/>
    public async Task<SubmissionOutcome> SubmitAsync(SubmissionBody body, CancellationToken cancellationToken = default)
    {
        if (token.Header(readOptions(), out var reason) is not { } key)
        {
            return new SubmissionOutcome.NotSent(new ProviderFailure { Kind = ProviderFailureKind.Authentication, Message = reason! });
        }

        var request = VendorRequest.Post(body.Route, body.Content, key) with { ContentType = body.ContentType };
        var outcome = KlingReader.Outcome(await http.SendOnceAsync(request, cancellationToken).ConfigureAwait(false), body.Route);
        if (outcome is SubmissionOutcome.Rejected { Failure.ProviderCode: "1003" or "1004" })
        {
            token.Forget();
        }

        return outcome;
    }

    /// <inheritdoc/>
    public async Task<ProviderJobStatus> GetStatusAsync(RemoteJob job, CancellationToken cancellationToken = default)
    {
        var id = Uri.EscapeDataString(job.RemoteId);
        var answer = await ReadAsync(KlingReader.IsLegacy(job.Route) ? $"{job.Route}/{id}" : $"/tasks?task_ids={id}", cancellationToken).ConfigureAwait(false);
        var task = KlingReader.Tasks(answer, job.Route, job.Spec?.Prompt).FirstOrDefault(t => t.Id == job.RemoteId);
        return KlingStatus.Of(task, job, answer, readOptions());
    }

    /// <inheritdoc/>
    public async Task<RemoteJobMatch> FindAsync(SubmissionTrace trace, CancellationToken cancellationToken = default)
    {
        var id = Uri.EscapeDataString(trace.ClientReference);
        var answer = await ReadAsync(KlingReader.IsLegacy(trace.Route) ? $"{trace.Route}/{id}" : $"/tasks?external_task_ids={id}", cancellationToken).ConfigureAwait(false);
        var ours = KlingReader.Tasks(answer, trace.Route, trace.Spec?.Prompt).Where(t => t.ClientReference == trace.ClientReference).Select(t => t.Id).Distinct().ToList();
        return ours switch
        {
            [] => new RemoteJobMatch.NotFound(),
            [var one] => new RemoteJobMatch.Found(one),
            _ => new RemoteJobMatch.Ambiguous(ours),
        };
    }

    /// <inheritdoc/>
    public Task<OutputContent> OpenOutputAsync(OutputRequest request, CancellationToken cancellationToken = default) =>
        KlingDownload.OpenAsync(http, request, ct => GetStatusAsync(request.Job, ct), cancellationToken);

    /// <summary>Reads, and once more with a new token where the signed one was too old or too young.</summary>
    private async Task<VendorAnswer> ReadAsync(string address, CancellationToken cancellationToken)
    {
        for (var isSecond = false; ; isSecond = true)
        {
            var key = token.Header(readOptions(), out var reason)
                ?? throw new ProviderCallException("kling", new ProviderFailure { Kind = ProviderFailureKind.Authentication, Message = reason! });
            var outcome = await http.SendSafeAsync(VendorRequest.Get(address, key), cancellationToken).ConfigureAwait(false);
            var answer = outcome.AnswerOr(f => new ProviderCallException("kling", f));
            if (isSecond || answer.Code != 401 || !KlingReader.IsTokenAge(answer))
            {
                return answer;
            }

            token.Forget();
        }
    }
}
