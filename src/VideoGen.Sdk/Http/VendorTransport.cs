using System.Net;

namespace VideoGen.Sdk.Http;

/// <summary>The innermost handler: the one place from which bytes leave. Consumes tickets, keeps the deadlines and reads answers within limits.</summary>
internal sealed class VendorTransport : HttpMessageHandler
{
    private readonly TimeProvider clock;
    private readonly Dictionary<Lane, HttpMessageInvoker> pools;

    public VendorTransport(TimeProvider clock)
    {
        this.clock = clock;
        pools = new()
        {
            [Lane.Configured] = Pool(null),
            [Lane.Guarded] = Pool(new AddressGuard(allowLoopback: false)),
            [Lane.GuardedOrLoopback] = Pool(new AddressGuard(allowLoopback: true)),
        };
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var terms = CallTerms.Of(request) ?? throw new RepeatedSendException("This client sends only what VendorHttp gives it.");
        if (terms.Ticket is { } ticket)
        {
            return SendOnceAsync(request, terms, ticket);
        }

        return request.Method == HttpMethod.Get || request.Method == HttpMethod.Head
            ? SendAsync(pools[terms.Lane], request, terms, cancellationToken)
            : throw new RepeatedSendException("A verb that is not safe needs a ticket.");
    }

    protected override void Dispose(bool disposing)
    {
        foreach (var pool in pools.Values)
        {
            pool.Dispose();
        }

        base.Dispose(disposing);
    }

    internal static SocketsHttpHandler Sockets(AddressGuard? guard)
    {
        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        };
        if (guard is not null)
        {
            // A proxy would resolve the name out of our sight.
            sockets.UseProxy = false;
            sockets.ConnectCallback = guard.ConnectAsync;
        }

        return sockets;
    }

    private static HttpMessageInvoker Pool(AddressGuard? guard) => new(Sockets(guard));

    private async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CallTerms terms, SubmitTicket ticket)
    {
        if (!ticket.TryUse())
        {
            throw new RepeatedSendException("A request that may be sent once was about to be sent again; look for a retrying handler in the app's HttpClient defaults.");
        }

        try
        {
            var answer = await SoloFlight.SendAsync(request, terms, ticket, clock).ConfigureAwait(false);
            ticket.Land(answer);
            return Replay(answer, request);
        }
        catch (Exception e)
        {
            ticket.Fall(e);
            throw;
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMessageInvoker pool, HttpRequestMessage request, CallTerms terms, CancellationToken cancellationToken)
    {
        using var phases = new PhaseClock(clock, "an answer", terms.Endpoint.ConnectTimeout + terms.Endpoint.AnswerTimeout, terms.Deadline, cancellationToken);
        try
        {
            var response = await pool.SendAsync(request, phases.Token).ConfigureAwait(false);
            if (!terms.IsBuffered)
            {
                return response;
            }

            using (response)
            {
                phases.Enter("the body of an answer", terms.Endpoint.BodyTimeout);
                return Replay(await AnswerReader.ReadAsync(response, terms, clock, phases.Token).ConfigureAwait(false), request);
            }
        }
        catch (OperationCanceledException e) when (phases.Explain(e) is TimeoutException timeout)
        {
            throw timeout;
        }
        catch (HttpRequestException e) when (e.InnerException is AddressRefusedException or RepeatedSendException)
        {
            // The framework wraps what its connect callback throws.
            throw e.InnerException;
        }
    }

    private static BufferedResponse Replay(VendorAnswer answer, HttpRequestMessage request) => new(answer) { RequestMessage = request };
}
