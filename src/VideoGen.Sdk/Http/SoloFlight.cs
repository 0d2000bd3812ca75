using System.Net;

namespace VideoGen.Sdk.Http;

/// <summary>
/// One request on a connection of its own that is used for nothing else. A pooled connection could not tell whose bytes left on it, and the
/// pool itself sends again when a reused connection turns out dead; here both are impossible.
/// </summary>
internal static class SoloFlight
{
    public static async Task<VendorAnswer> SendAsync(HttpRequestMessage request, CallTerms terms, SubmitTicket ticket, TimeProvider clock)
    {
        var endpoint = terms.Endpoint;
        using var phases = new PhaseClock(clock, "a connection", endpoint.ConnectTimeout, terms.Deadline, ticket.CancellationToken);
        using var sockets = VendorTransport.Sockets(terms.Lane == Lane.Configured ? null : new AddressGuard(terms.Lane == Lane.GuardedOrLoopback));
        sockets.PooledConnectionLifetime = TimeSpan.Zero;
        sockets.PlaintextStreamFilter = (context, _) =>
        {
            // The CONNECT of a proxy is not our request; its tunnel comes through here again.
            if (context.InitialRequestMessage.Method == HttpMethod.Connect)
            {
                return ValueTask.FromResult(context.PlaintextStream);
            }

            if (ticket.HasLeft)
            {
                throw new RepeatedSendException("The request has already left on another connection.");
            }

            phases.Enter("an answer", terms.Deadline);
            return ValueTask.FromResult<Stream>(new ObservedStream(context.PlaintextStream, ticket));
        };

        // HTTP/2 speaks before the request does, which would blur when the request began to leave.
        request.Version = HttpVersion.Version11;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        using var invoker = new HttpMessageInvoker(sockets, disposeHandler: false);
        try
        {
            using var response = await invoker.SendAsync(request, phases.Token).ConfigureAwait(false);
            phases.Enter("the body of an answer", endpoint.BodyTimeout);
            return await AnswerReader.ReadAsync(response, terms, clock, phases.Token).ConfigureAwait(false);
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
}
