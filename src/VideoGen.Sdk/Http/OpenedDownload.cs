using System.Net;

namespace VideoGen.Sdk.Http;

/// <summary>Reads what a host answered to the wish for an output.</summary>
internal static class OpenedDownload
{
    public static DownloadOutcome Read(HttpResponseMessage response, HttpClient client, long offset, VendorEndpoint endpoint, TimeProvider clock)
    {
        var range = response.Content.Headers.ContentRange;
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable && offset > 0 && range?.Length == offset)
        {
            return new DownloadOutcome.Opened(new GuardedDownload(Stream.Null, response, client) { Offset = offset, TotalBytes = offset });
        }

        var isPart = response.StatusCode == HttpStatusCode.PartialContent;
        if (response.StatusCode != HttpStatusCode.OK && !(isPart && range?.From == offset))
        {
            return Refuse(response, clock);
        }

        var begin = isPart ? offset : 0;
        var total = isPart ? range!.Length : response.Content.Headers.ContentLength;
        if (total > endpoint.MaxDownloadBytes)
        {
            response.Dispose();
            return new DownloadOutcome.Failed(TransportFault.Refused(ProviderFailureKind.NotSupported, DownloadTooLargeException.Words(endpoint.MaxDownloadBytes)), IsExpired: false);
        }

        var stream = new DripGuardStream(response.Content.ReadAsStream(), endpoint.MaxDownloadBytes - begin, endpoint, clock);
        return new DownloadOutcome.Opened(new GuardedDownload(stream, response, client)
        {
            Offset = begin,
            TotalBytes = total,
            ContentType = response.Content.Headers.ContentType?.MediaType,
            EntityTag = response.Headers.ETag is { IsWeak: false, Tag: var tag } ? tag : null,
        });
    }

    private static DownloadOutcome.Failed Refuse(HttpResponseMessage response, TimeProvider clock)
    {
        using (response)
        {
            var isExpired = response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone;
            return new DownloadOutcome.Failed(
                new ProviderFailure
                {
                    Kind = ProviderFailureKind.Transient,
                    RetryAfter = AnswerReader.RetryAfter(response.Headers.RetryAfter, clock),
                    ProviderCode = $"http-{(int)response.StatusCode}",
                    Message = $"The file's host answered {(int)response.StatusCode}{(isExpired ? "; the link may have expired" : "")}.",
                },
                isExpired);
        }
    }
}
