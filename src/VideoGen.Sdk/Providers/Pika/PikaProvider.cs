using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.Providers.Pika;

/// <summary>
/// One account at Pika's own API. A submit is paid from the prepaid balance of the key once its job has finished; everything else is free. Our client reference is
/// the idempotency key, under which Pika returns the first job. Pika has no cancel, no look-up and no callback that is documented. Safe for use by many threads at once.
/// </summary>
public sealed partial class PikaProvider : IVideoProvider
{
    private readonly PikaCalls calls;
    private readonly PikaUploads uploads;
    private readonly PikaDownload download;
    private readonly PikaPriceTable prices;
    private readonly TimeProvider clock;

    internal PikaProvider(VendorHttp http, Func<PikaOptions> readOptions, TimeProvider clock, string account)
    {
        this.clock = clock;
        calls = new PikaCalls(http, readOptions);
        uploads = new PikaUploads(calls, clock);
        download = new PikaDownload(calls);
        prices = new PikaPriceTable(clock);
        var options = readOptions();
        Descriptor = new ProviderDescriptor { Name = "pika", Account = account, ReplayWindow = options.ReplayWindow, SubmitDeadline = options.SubmitDeadline };
    }

    /// <inheritdoc/>
    public ProviderDescriptor Descriptor { get; }

    /// <summary>For use without a container. No budget and no ledger guards what it submits.</summary>
    /// <param name="apiKey">The API key; who submits with it pays.</param>
    /// <param name="configure">Further options.</param>
    /// <param name="timeProvider">The clock; null takes the system's.</param>
    public static PikaProvider Create(string apiKey, Action<PikaOptions>? configure = null, TimeProvider? timeProvider = null)
    {
        var options = new PikaOptions { ApiKey = apiKey };
        configure?.Invoke(options);
        return new(VendorHttp.Create(options.ToEndpoint, timeProvider), () => options, timeProvider ?? TimeProvider.System, "default");
    }

    /// <inheritdoc/>
    public ProviderReadiness CheckReadiness() => PikaCalls.MissingFrom(calls.Options) is { } reason ? ProviderReadiness.NotReady(reason) : ProviderReadiness.Ready;

    /// <inheritdoc/>
    public PriceEstimate Estimate(GenerationSpec spec, CatalogueModel model) =>
        PikaPrice.Estimate(spec, model, prices, calls.Options.PriceMaxAge, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));

    /// <inheritdoc/>
    public Task<PreparedInput> PrepareInputAsync(InputMedia input, CancellationToken cancellationToken = default) => uploads.PrepareAsync(input, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<SubmissionBody> ComposeAsync(GenerationTask task, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(PikaComposer.Compose(task, Descriptor.ReplayWindow is not null));

    /// <inheritdoc/>
    public string? PrintAccount(string salt) => AccountPrint.Of(salt, calls.Options.BaseUrl, calls.Options.ApiKey);

    /// <inheritdoc/>
    public async Task<SubmissionOutcome> SubmitAsync(SubmissionBody body, CancellationToken cancellationToken = default)
    {
        if (calls.Key() is not { } key)
        {
            return new SubmissionOutcome.NotSent(new ProviderFailure { Kind = ProviderFailureKind.Authentication, Message = PikaCalls.MissingFrom(calls.Options)! });
        }

        var request = VendorRequest.Post(body.Route, body.Content, key, KeyValuePair.Create("Idempotency-Key", body.IdempotencyKey ?? body.ClientReference)) with { ContentType = body.ContentType };
        return PikaReader.Outcome(await calls.Http.SendOnceAsync(request, cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public async Task<ProviderJobStatus> GetStatusAsync(RemoteJob job, CancellationToken cancellationToken = default)
    {
        await RefreshPricesAsync(cancellationToken).ConfigureAwait(false);
        var answer = await calls.GetAsync($"/v1/media/jobs/{Uri.EscapeDataString(job.RemoteId)}", cancellationToken).ConfigureAwait(false);
        var status = PikaReader.Status(answer, job);

        // Done and no link: the content endpoint may know one, and a paid clip is worth the question.
        return status is not { State: ProviderJobState.Unknown, WireState: "completed" } ? status
            : await download.FindLinkAsync(job, cancellationToken).ConfigureAwait(false) is { } link ? status with { State = ProviderJobState.Succeeded, Outputs = [link] }
            : status with { WireState = "completed without output" };
    }

    /// <inheritdoc/>
    public Task<OutputContent> OpenOutputAsync(OutputRequest request, CancellationToken cancellationToken = default) => download.OpenAsync(request, cancellationToken);
}
