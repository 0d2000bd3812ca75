using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.Providers.HeyGen;

/// <summary>
/// One account at HeyGen, version 3 of its API. A submit is paid by the account of the key; everything else is free. Requests with an avatar become presenter
/// videos, prompts become clips, and <see cref="HeyGenSettings"/> ask for the video agent or a template. Safe for use by many threads at once.
/// </summary>
public sealed partial class HeyGenProvider : IVideoProvider
{
    private readonly HeyGenCalls calls;
    private readonly TimeProvider clock;
    private readonly Func<ModelCatalogue> catalogue;
    private readonly HeyGenUploads uploads;
    private readonly HeyGenLookup lookup;
    private readonly HeyGenDownload download;

    internal HeyGenProvider(VendorHttp http, Func<HeyGenOptions> readOptions, TimeProvider clock, string account, Func<ModelCatalogue> catalogue)
    {
        this.clock = clock;
        this.catalogue = catalogue;
        calls = new(http, readOptions);
        uploads = new(calls, clock);
        lookup = new(calls);
        download = new(calls, GetStatusAsync);
        var options = readOptions();
        Descriptor = new ProviderDescriptor
        {
            Name = "heygen",
            Account = account,
            ReplayWindow = options.ReplayWindow,
            CanFind = options.FindByTitle,
            SendsCallbacks = true,
            SubmitDeadline = options.SubmitDeadline,
        };
    }

    /// <inheritdoc/>
    public ProviderDescriptor Descriptor { get; }

    /// <summary>For use without a container. No budget and no ledger guards what it submits.</summary>
    /// <param name="apiKey">The API key; who submits with it pays.</param>
    /// <param name="configure">Further options.</param>
    /// <param name="timeProvider">The clock; null takes the system's.</param>
    /// <param name="catalogue">Facts and prices of the models; null takes those that came with this package.</param>
    public static HeyGenProvider Create(string apiKey, Action<HeyGenOptions>? configure = null, TimeProvider? timeProvider = null, ModelCatalogue? catalogue = null)
    {
        var options = new HeyGenOptions { ApiKey = apiKey };
        configure?.Invoke(options);
        return new(VendorHttp.Create(options.ToEndpoint, timeProvider), () => options, timeProvider ?? TimeProvider.System, "default", () => catalogue ?? ModelCatalogue.Embedded);
    }

    /// <inheritdoc/>
    public ProviderReadiness CheckReadiness() => HeyGenCalls.MissingFrom(calls.Options) is { } reason ? ProviderReadiness.NotReady(reason) : ProviderReadiness.Ready;

    /// <inheritdoc/>
    public PriceEstimate Estimate(GenerationSpec spec, CatalogueModel model) => HeyGenPrice.Estimate(spec, model, Today);

    /// <inheritdoc/>
    public Task<PreparedInput> PrepareInputAsync(InputMedia input, CancellationToken cancellationToken = default) => uploads.PrepareAsync(input, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<SubmissionBody> ComposeAsync(GenerationTask task, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(HeyGenComposer.Compose(task, calls.Options, Descriptor));

    /// <inheritdoc/>
    public string? PrintAccount(string salt) => AccountPrint.Of(salt, calls.Options.BaseUrl, calls.Options.ApiKey);

    /// <inheritdoc/>
    public async Task<SubmissionOutcome> SubmitAsync(SubmissionBody body, CancellationToken cancellationToken = default)
    {
        if (calls.Key() is not { } key)
        {
            return new SubmissionOutcome.NotSent(new ProviderFailure { Kind = ProviderFailureKind.Authentication, Message = HeyGenCalls.MissingFrom(calls.Options)! });
        }

        var request = (body.IdempotencyKey is { } idempotency ? VendorRequest.Post(body.Route, body.Content, key, KeyValuePair.Create("Idempotency-Key", idempotency)) : VendorRequest.Post(body.Route, body.Content, key))
            with { ContentType = body.ContentType };
        return HeyGenReader.Outcome(await calls.Http.SendOnceAsync(request, cancellationToken).ConfigureAwait(false), body.Route);
    }

    /// <inheritdoc/>
    public async Task<ProviderJobStatus> GetStatusAsync(RemoteJob job, CancellationToken cancellationToken = default)
    {
        var product = HeyGenModels.ProductOfRoute(job.Route);
        var areFailuresFree = calls.Options.FailedJobsAreFree;
        var answer = await calls.GetAsync(HeyGenModels.StatusPathOf(product, job.RemoteId), cancellationToken).ConfigureAwait(false);
        if (product != HeyGenProduct.Agent)
        {
            return HeyGenStatus.Of(answer, job, product, areFailuresFree, catalogue(), Today);
        }

        var (videoId, session) = HeyGenStatus.OfSession(answer, job, areFailuresFree);
        if (videoId is null)
        {
            return session;
        }

        var video = HeyGenStatus.Of(
            await calls.GetAsync(HeyGenModels.StatusPathOf(HeyGenProduct.Presenter, videoId), cancellationToken).ConfigureAwait(false), job, product, areFailuresFree, catalogue(), Today);
        return session.IsEnded && !video.IsEnded ? session : video;
    }

    /// <inheritdoc/>
    public Task<RemoteJobMatch> FindAsync(SubmissionTrace trace, CancellationToken cancellationToken = default) =>
        Descriptor.CanFind ? lookup.FindAsync(trace, cancellationToken) : Task.FromResult<RemoteJobMatch>(new RemoteJobMatch.NotSupported());

    /// <summary>
    /// Asks an agent to stop at its next checkpoint; what it has made is kept and may be charged. HeyGen has no cancel for other videos, and deleting one would
    /// destroy it, so those run on.
    /// </summary>
    /// <inheritdoc/>
    public async Task<ProviderCancelOutcome> CancelAsync(RemoteJob job, CancellationToken cancellationToken = default)
    {
        if (HeyGenModels.ProductOfRoute(job.Route) != HeyGenProduct.Agent)
        {
            return ProviderCancelOutcome.NotSupported;
        }

        var path = HeyGenModels.StatusPathOf(HeyGenProduct.Agent, job.RemoteId) + "/stop";
        HeyGenCalls.Data(await calls.SendAsync(VendorRequest.Post(path, "{}"u8.ToArray()), cancellationToken).ConfigureAwait(false));
        return ProviderCancelOutcome.Requested;
    }

    /// <inheritdoc/>
    public Task<OutputContent> OpenOutputAsync(OutputRequest request, CancellationToken cancellationToken = default) => download.OpenAsync(request, cancellationToken);

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
