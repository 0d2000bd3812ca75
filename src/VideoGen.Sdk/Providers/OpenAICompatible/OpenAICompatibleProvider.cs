using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Providers.OpenAICompatible.Wire;

namespace VideoGen.Sdk.Providers.OpenAICompatible;

/// <summary>
/// One account at a gateway that speaks OpenAI's <c>/v1/videos</c> (last known wire of 2026-08-21). OpenAI's own API ended on 2026-09-24: with its host as base URL this
/// provider is retired and sends nothing. A submit costs the key's owner what the gateway asks, everything else is free. Safe for use by many threads at once.
/// </summary>
public sealed class OpenAICompatibleProvider : IVideoProvider
{
    /// <summary>Provider name.</summary>
    public const string Name = "openai";

    private const string Videos = "videos";

    private readonly OpenAICalls calls;
    private readonly OpenAILookup lookup;
    private readonly TimeProvider clock;
    private readonly ProviderDescriptor descriptor;

    internal OpenAICompatibleProvider(VendorHttp http, string account, Func<OpenAICompatibleOptions> readOptions, TimeProvider clock)
    {
        this.clock = clock;
        calls = new OpenAICalls(http, readOptions);
        lookup = new OpenAILookup(calls);
        descriptor = new ProviderDescriptor { Name = Name, Account = account, CanFind = true };
    }

    /// <summary>Who this is. Retired since 2026-09-24 where the base URL is OpenAI's own; the same on every call until configuration changes.</summary>
    public ProviderDescriptor Descriptor => descriptor with { Lifecycle = calls.Options.Lifecycle, SendsCallbacks = calls.Options.WebhookSecrets.Count > 0 };

    /// <summary>For use without a container. No budget and no ledger guards what it submits.</summary>
    /// <param name="apiKey">The gateway's key; who submits with it pays.</param>
    /// <param name="baseUrl">Root of the gateway, with or without <c>/v1</c>.</param>
    /// <param name="configure">Further options.</param>
    /// <param name="timeProvider">The clock; null takes the system's.</param>
    public static OpenAICompatibleProvider Create(string apiKey, Uri baseUrl, Action<OpenAICompatibleOptions>? configure = null, TimeProvider? timeProvider = null)
    {
        var options = new OpenAICompatibleOptions { ApiKey = apiKey, BaseUrl = baseUrl };
        configure?.Invoke(options);
        return new(VendorHttp.Create(options.ToEndpoint, timeProvider), "default", () => options, timeProvider ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public ProviderReadiness CheckReadiness() => calls.Options.Obstacle is { } obstacle ? ProviderReadiness.NotReady(obstacle.Message) : ProviderReadiness.Ready;

    /// <inheritdoc/>
    public PriceEstimate Estimate(GenerationSpec spec, CatalogueModel model)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(model);
        return CataloguePrice.Estimate(model, spec, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
    }

    /// <inheritdoc/>
    public async ValueTask<SubmissionBody> ComposeAsync(GenerationTask task, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        var (contentType, bytes) = await OpenAIBody.WriteAsync(OpenAIOrder.Of(task), cancellationToken).ConfigureAwait(false);
        return new SubmissionBody { ClientReference = task.ClientReference, Route = Videos, ContentType = contentType, Content = bytes, Model = task.Spec.Model };
    }

    /// <inheritdoc/>
    public async Task<SubmissionOutcome> SubmitAsync(SubmissionBody body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        return await calls.CreateAsync(body, cancellationToken).ConfigureAwait(false) switch
        {
            TransportOutcome.NotSent { Failure: var failure } => new SubmissionOutcome.NotSent(failure),
            TransportOutcome.Answered { Answer: var answer } => OpenAIErrors.OfCreate(answer),
            TransportOutcome.Lost { Failure: var failure } => new SubmissionOutcome.Unknown(failure),
            _ => throw new InvalidOperationException("The outcomes are closed."),
        };
    }

    /// <inheritdoc/>
    public async Task<ProviderJobStatus> GetStatusAsync(RemoteJob job, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        var answer = await calls.GetAsync(PathOf(job), cancellationToken).ConfigureAwait(false);
        return answer.Code == 404
            ? new ProviderJobStatus { State = ProviderJobState.NotVisible, WireState = "http-404" }
            : OpenAIReading.Of(OpenAICalls.Read(answer, OpenAIJsonContext.Default.OpenAIVideo), answer, job.Spec?.Prompt);
    }

    /// <summary>Looks for a lost create in the list, by time, prompt, model and size: found only if exactly one fits and none else could. Free.</summary>
    /// <exception cref="ProviderCallException">The question could not be asked or the answer not be read.</exception>
    public Task<RemoteJobMatch> FindAsync(SubmissionTrace trace, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return lookup.FindAsync(trace, descriptor.SubmitDeadline, cancellationToken);
    }

    /// <summary>Opens the finished file with the key, at the account's own origin only. Gateways keep it for about an hour; after that it is lost.</summary>
    /// <exception cref="ProviderCallException">The file cannot be had.</exception>
    public async Task<OutputContent> OpenOutputAsync(OutputRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await calls.OpenAsync($"{PathOf(request.Job)}/content?variant=video", request, cancellationToken).ConfigureAwait(false) switch
        {
            DownloadOutcome.Opened { Download: var download } => new OutputContent(download.Stream, download)
            {
                Offset = download.Offset,
                TotalBytes = download.TotalBytes,
                ContentType = download.ContentType,
                EntityTag = download.EntityTag,
            },
            DownloadOutcome.Failed { Failure: var failure, IsExpired: var isExpired } => throw new ProviderCallException(Name, failure) { IsOutputExpired = isExpired },
            _ => throw new InvalidOperationException("The outcomes are closed."),
        };
    }

    private static string PathOf(RemoteJob job) => $"{Videos}/{Uri.EscapeDataString(job.RemoteId)}";
}
