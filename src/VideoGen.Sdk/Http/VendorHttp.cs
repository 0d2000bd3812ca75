namespace VideoGen.Sdk.Http;

/// <summary>
/// Sends an account's calls: the paid one once, whatever the app has configured around it, and the free ones within deadlines and limits.
/// Safe for use by many threads at once. Sending costs nothing by itself; what the vendor charges for is the caller's to know.
/// </summary>
public sealed class VendorHttp
{
    private static readonly Lazy<HttpMessageHandler> Shared = new(() => VendorPipeline.Create(TimeProvider.System));

    private readonly Func<HttpClient> open;
    private readonly Func<VendorEndpoint> readEndpoint;
    private readonly TimeProvider clock;

    private VendorHttp(Func<HttpClient> open, Func<VendorEndpoint> readEndpoint, TimeProvider clock)
    {
        this.open = open;
        this.readEndpoint = readEndpoint;
        this.clock = clock;
    }

    /// <summary>The endpoint as it is now.</summary>
    public VendorEndpoint Endpoint => readEndpoint();

    /// <summary>For use without a container. All accounts made so share one pool of connections.</summary>
    public static VendorHttp Create(Func<VendorEndpoint> readEndpoint, TimeProvider? clock = null)
    {
        var handler = clock is null || clock == TimeProvider.System ? Shared.Value : VendorPipeline.Create(clock);
        return new(() => VendorPipeline.Client(handler), readEndpoint, clock ?? TimeProvider.System);
    }

    /// <summary>Through the app's factory; the vendor's client must have been registered with <c>AddVendorHttp(vendor)</c>.</summary>
    public static VendorHttp Create(IHttpClientFactory factory, string vendor, Func<VendorEndpoint> readEndpoint, TimeProvider? clock = null) =>
        new(() => factory.CreateClient(ClientName(vendor)), readEndpoint, clock ?? TimeProvider.System);

    /// <summary>Name of a vendor's client at the factory.</summary>
    public static string ClientName(string vendor) => $"VideoGen.Sdk.{vendor}";

    /// <summary>
    /// Sends a paid request once, on a connection of its own. Never throws, never repeats, never follows a redirect. Only <paramref name="cancellationToken"/>
    /// and the endpoint's submit deadline end it early; timeouts of handlers around it do not, so an answer that comes is never lost.
    /// </summary>
    public async Task<TransportOutcome> SendOnceAsync(VendorRequest request, CancellationToken cancellationToken = default)
    {
        var endpoint = Endpoint;
        var address = OwnChecks.Resolve(request.Address, endpoint);
        return OwnChecks.OfConfigured(request, address, endpoint) is { } refused
            ? new TransportOutcome.NotSent(refused)
            : await TicketedCall.SendAsync(open, request, address!, Terms(request, endpoint, Lane.Configured, endpoint.SubmitDeadline, cancellationToken), isPaid: true).ConfigureAwait(false);
    }

    /// <summary>Sends a free request whose verb is not safe, such as a cancel or the opening of an upload: once, without retry.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<TransportOutcome> SendFreeAsync(VendorRequest request, CancellationToken cancellationToken = default)
    {
        var endpoint = Endpoint;
        var address = OwnChecks.Resolve(request.Address, endpoint);
        return OwnChecks.OfConfigured(request, address, endpoint) is { } refused
            ? new TransportOutcome.NotSent(refused)
            : await SendFreeAsync(request, address!, endpoint, Lane.Configured, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends bytes to a link taken from an answer, such as a signed upload address: public https only, no key, once.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<TransportOutcome> SendToLinkAsync(VendorRequest request, CancellationToken cancellationToken = default)
    {
        var endpoint = Endpoint;
        var address = Uri.TryCreate(request.Address, UriKind.Absolute, out var link) ? link : null;
        var lane = GuardedLane(endpoint);
        return OwnChecks.OfLink(request, address, lane) is { } refused
            ? new TransportOutcome.NotSent(refused)
            : await SendFreeAsync(request, address!, endpoint, lane, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a request that only reads; connection faults, 408 and 5xx are tried three times in all.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<TransportOutcome> SendSafeAsync(VendorRequest request, CancellationToken cancellationToken = default)
    {
        var endpoint = Endpoint;
        var address = OwnChecks.Resolve(request.Address, endpoint);
        if (OwnChecks.OfConfigured(request, address, endpoint) is { } refused)
        {
            return new TransportOutcome.NotSent(refused);
        }

        var whole = endpoint.ConnectTimeout + endpoint.AnswerTimeout + endpoint.BodyTimeout;
        return await SafeCall.SendAsync(open(), request, address!, Terms(request, endpoint, Lane.Configured, whole, ticketFor: null), clock, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Reads an address that somebody gave, such as a feed: public https only unless its origin is one of <see cref="VendorEndpoint.TrustedDownloadOrigins"/>, no key, at most
    /// <see cref="VendorEndpoint.MaxAnswerBytes"/>. Follows up to five redirects by hand and judges every address on the way; tried three times in all like <see cref="SendSafeAsync"/>.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<TransportOutcome> ReadLinkAsync(VendorRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var endpoint = Endpoint;
        var whole = endpoint.ConnectTimeout + endpoint.AnswerTimeout + endpoint.BodyTimeout;
        var address = Uri.TryCreate(request.Address, UriKind.Absolute, out var link) ? link : null;
        for (var hop = 0; hop <= DownloadOpener.MostRedirects; hop++)
        {
            var lane = address is null ? Lane.Guarded : DownloadLane(address, endpoint);
            if (OwnChecks.OfLink(request, address, lane) is { } refused)
            {
                return new TransportOutcome.NotSent(refused);
            }

            var outcome = await SafeCall.SendAsync(open(), request, address!, Terms(request, endpoint, lane, whole, ticketFor: null), clock, cancellationToken).ConfigureAwait(false);
            if (outcome is not TransportOutcome.Answered { Answer: { Code: > 300 and < 400 and not 304 } answer }
                || !Uri.TryCreate(address, answer.Header("Location"), out var next))
            {
                return outcome;
            }

            address = next;
        }

        return new TransportOutcome.Lost(TransportFault.Refused(ProviderFailureKind.Transient, "The address was redirected more than five times."));
    }

    /// <summary>Opens an output for reading, at an offset where the host can. Follows up to five redirects by hand and judges every address on the way.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<DownloadOutcome> OpenDownloadAsync(DownloadRequest request, CancellationToken cancellationToken = default) =>
        DownloadOpener.OpenAsync(open(), request, Endpoint, clock, cancellationToken);

    /// <summary>What was configured by name is reached as it is, whoever pointed there; the rest of the world through the guard.</summary>
    internal static Lane DownloadLane(Uri address, VendorEndpoint endpoint) => OwnChecks.IsTrustedForDownloads(address, endpoint) ? Lane.Configured : GuardedLane(endpoint);

    internal static Lane GuardedLane(VendorEndpoint endpoint) => endpoint.AllowLoopback ? Lane.GuardedOrLoopback : Lane.Guarded;

    private async Task<TransportOutcome> SendFreeAsync(VendorRequest request, Uri address, VendorEndpoint endpoint, Lane lane, CancellationToken cancellationToken)
    {
        var deadline = request.Content is null ? endpoint.ConnectTimeout + endpoint.AnswerTimeout + endpoint.BodyTimeout : endpoint.UploadDeadline;
        var outcome = await TicketedCall.SendAsync(open, request, address, Terms(request, endpoint, lane, deadline, cancellationToken), isPaid: false).ConfigureAwait(false);
        if (outcome is not TransportOutcome.Answered)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        return outcome;
    }

    private static CallTerms Terms(VendorRequest request, VendorEndpoint endpoint, Lane lane, TimeSpan deadline, CancellationToken? ticketFor) => new()
    {
        Endpoint = endpoint,
        Lane = lane,
        Deadline = deadline,
        Redactor = new Redactor(request),
        Ticket = ticketFor is { } token ? new SubmitTicket(token) : null,
    };
}
