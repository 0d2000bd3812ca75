using System.Net;
using System.Net.Http.Headers;

namespace VideoGen.Sdk.Http;

/// <summary>Finds its way to an output: judges each address, follows redirects by hand, and leaves the key behind at the first foreign host.</summary>
internal static class DownloadOpener
{
    public const int MostRedirects = 5;

    public static async Task<DownloadOutcome> OpenAsync(HttpClient client, DownloadRequest request, VendorEndpoint endpoint, TimeProvider clock, CancellationToken cancellationToken)
    {
        var address = request.Address;
        var isOwn = OwnChecks.IsOwnOrigin(address, endpoint);
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            // Once away from the account's own origin there is no way back: a foreign host must not steer calls that carry the key.
            isOwn = isOwn && OwnChecks.IsOwnOrigin(address, endpoint);
            var call = new VendorRequest { Method = HttpMethod.Get, Address = address.AbsoluteUri, Headers = isOwn ? [.. request.Headers, .. request.OwnOriginHeaders] : request.Headers };
            var lane = isOwn ? Lane.Configured : VendorHttp.DownloadLane(address, endpoint);
            if ((isOwn ? OwnChecks.OfConfigured(call, address, endpoint) : OwnChecks.OfLink(call, address, lane)) is { } refused)
            {
                return new DownloadOutcome.Failed(refused, IsExpired: false);
            }

            var response = await SendAsync(client, call, address, lane, request, endpoint, cancellationToken).ConfigureAwait(false);
            if (response.Fault is { } fault)
            {
                return new DownloadOutcome.Failed(TransportFault.Free(fault), IsExpired: false);
            }

            if ((int)response.Message!.StatusCode is < 300 or >= 400 || response.Message.Headers.Location is not { } next)
            {
                return OpenedDownload.Read(response.Message, client, request.Offset, endpoint, clock);
            }

            response.Message.Dispose();
            address = next.IsAbsoluteUri ? next : new Uri(address, next);
        }

        return new DownloadOutcome.Failed(new ProviderFailure { Kind = ProviderFailureKind.Transient, Message = "The download was redirected more than five times." }, IsExpired: false);
    }

    private static async Task<(HttpResponseMessage? Message, Exception? Fault)> SendAsync(
        HttpClient client, VendorRequest call, Uri address, Lane lane, DownloadRequest request, VendorEndpoint endpoint, CancellationToken cancellationToken)
    {
        var terms = new CallTerms
        {
            Endpoint = endpoint,
            Lane = lane,
            Deadline = endpoint.ConnectTimeout + endpoint.AnswerTimeout,
            Redactor = new Redactor(call),
            IsBuffered = false,
        };
        using var message = Message.Of(call, address, terms);
        message.Headers.Range = request.Offset > 0 ? new RangeHeaderValue(request.Offset, null) : null;
        message.Headers.IfRange = request.Offset > 0 && EntityTagHeaderValue.TryParse(request.EntityTag, out var tag) && !tag.IsWeak ? new RangeConditionHeaderValue(tag) : null;
        try
        {
            return (await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false), null);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return (null, e);
        }
    }
}
