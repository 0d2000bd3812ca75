using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Providers.Runway.Wire;

namespace VideoGen.Sdk.Providers.Runway;

/// <summary>
/// One account at Runway's developer API (facts of 2026-11-22, client 4.20.1). A submit costs credits of the key's owner, everything else is free. Runway has no webhooks,
/// no idempotency key and no look-up: the answer of a submit that got lost cannot be found again. Safe for use by many threads at once.
/// </summary>
public sealed partial class RunwayProvider : IVideoProvider
{
    /// <summary>Provider name.</summary>
    public const string Name = "runway";

    private readonly RunwayCalls calls;
    private readonly RunwayUploads uploads;
    private readonly RunwayRecentReads recent;
    private readonly TimeProvider clock;
    private readonly Func<ModelCatalogue> catalogue;

    internal RunwayProvider(VendorHttp http, string account, Func<RunwayOptions> readOptions, TimeProvider clock, Func<ModelCatalogue> catalogue)
    {
        this.clock = clock;
        this.catalogue = catalogue;
        calls = new RunwayCalls(http, readOptions);
        uploads = new RunwayUploads(calls, clock);
        recent = new RunwayRecentReads(clock);
        Descriptor = new ProviderDescriptor { Name = Name, Account = account, PollFloor = TimeSpan.FromSeconds(5) };
    }

    /// <inheritdoc/>
    public ProviderDescriptor Descriptor { get; }

    /// <summary>For use without a container. No budget and no ledger guards what it submits.</summary>
    /// <param name="apiKey">The API key; who submits with it pays.</param>
    /// <param name="configure">Further options.</param>
    /// <param name="timeProvider">The clock; null takes the system's.</param>
    /// <param name="catalogue">Facts and prices of the models; null takes those that came with this package.</param>
    public static RunwayProvider Create(string apiKey, Action<RunwayOptions>? configure = null, TimeProvider? timeProvider = null, ModelCatalogue? catalogue = null)
    {
        var options = new RunwayOptions { ApiKey = apiKey };
        configure?.Invoke(options);
        return new(VendorHttp.Create(options.ToEndpoint, timeProvider), "default", () => options, timeProvider ?? TimeProvider.System, () => catalogue ?? ModelCatalogue.Embedded);
    }

    /// <inheritdoc/>
    public ProviderReadiness CheckReadiness() => calls.Options.MissingKey is { } reason ? ProviderReadiness.NotReady(reason) : ProviderReadiness.Ready;

    /// <inheritdoc/>
    public PriceEstimate Estimate(GenerationSpec spec, CatalogueModel model)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(model);
        return RunwayPrice.Of(spec, model, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
    }

    /// <inheritdoc/>
    public async Task<PreparedInput> PrepareInputAsync(InputMedia input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Url is { } url)
        {
            RunwayLinks.Demand(url);
            return new PreparedInput { Role = input.Role, Reference = url.OriginalString, ContentType = input.ContentType };
        }

        var open = input.OpenReadAsync ?? throw RunwayFault.Of(ProviderFailureKind.InvalidRequest, "an input has neither an address nor bytes");
        var upload = await uploads.RunAsync(open, input.ContentType, cancellationToken).ConfigureAwait(false);
        return new PreparedInput
        {
            Role = input.Role,
            Reference = upload.Address.OriginalString,
            ContentType = input.ContentType,
            ExpiresAt = upload.ExpiresAt == DateTimeOffset.MaxValue ? null : upload.ExpiresAt,
        };
    }

    /// <inheritdoc/>
    public ValueTask<SubmissionBody> ComposeAsync(GenerationTask task, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        var order = RunwayOrder.Of(task, catalogue(), clock.GetUtcNow());
        return ValueTask.FromResult(new SubmissionBody
        {
            ClientReference = task.ClientReference,
            Route = order.Dialect.Route,
            Content = RunwayBody.Write(order),
            Model = order.Dialect.Model,
        });
    }

    /// <inheritdoc/>
    public async Task<SubmissionOutcome> SubmitAsync(SubmissionBody body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        return await calls.CreateAsync(body, cancellationToken).ConfigureAwait(false) switch
        {
            TransportOutcome.NotSent { Failure: var failure } => new SubmissionOutcome.NotSent(failure),
            TransportOutcome.Answered { Answer: var answer } => RunwayErrors.OfCreate(answer),
            TransportOutcome.Lost { Failure: var failure } => new SubmissionOutcome.Unknown(failure),
            _ => throw new InvalidOperationException("The outcomes are closed."),
        };
    }

    /// <inheritdoc/>
    public async Task<ProviderJobStatus> GetStatusAsync(RemoteJob job, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        var askedAt = clock.GetTimestamp();
        var status = await calls.FindTaskAsync(job.RemoteId, cancellationToken).ConfigureAwait(false) is var (task, answer)
            ? RunwayTaskReading.Of(task, answer, job.Spec?.Prompt)
            : new ProviderJobStatus { State = ProviderJobState.NotVisible, WireState = "http-404" };
        recent.Note(job.RemoteId, askedAt, status);
        return status;
    }
}
