using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.Pika.Wire;

namespace VideoGen.Sdk.Providers.Pika;

/// <summary>Opens a finished clip. The file host gets no key; a file on the API's own host gets it only when it refused a fresh link without.</summary>
internal sealed class PikaDownload(PikaCalls calls)
{
    // One client reports that the file host turns bare library agents away (2026-10).
    private static readonly KeyValuePair<string, string> Agent = KeyValuePair.Create("User-Agent", "Mozilla/5.0 (compatible; VideoGen.Sdk)");

    public async Task<OutputContent> OpenAsync(OutputRequest request, CancellationToken cancellationToken)
    {
        var known = request.Status is { Outputs: [var link, ..] } ? link : null;
        if (known is not null && await TryAsync(known, request, null, cancellationToken).ConfigureAwait(false) is var first and not DownloadOutcome.Failed { IsExpired: true })
        {
            return Content(first);
        }

        var fresh = await FindLinkAsync(request.Job, cancellationToken).ConfigureAwait(false) ?? known ?? throw PikaErrors.Odd("Pika shows no content for the job now.");
        var second = await TryAsync(fresh, request, null, cancellationToken).ConfigureAwait(false);
        return Content(second is DownloadOutcome.Failed { IsExpired: true } && calls.Key() is { } key && OwnChecks.IsSameOrigin(calls.Http.Endpoint.BaseUrl, fresh)
            ? await TryAsync(fresh, request, key, cancellationToken).ConfigureAwait(false)
            : second);
    }

    /// <summary>Asks for the link of a finished job; null where there is none yet.</summary>
    public async Task<Uri?> FindLinkAsync(RemoteJob job, CancellationToken cancellationToken)
    {
        var answer = await calls.GetAsync($"/v1/media/jobs/{Uri.EscapeDataString(job.RemoteId)}/content", cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess && answer.TryRead(PikaJsonContext.Default.PikaLinkData, out var data) && Uri.TryCreate(data.Url, UriKind.Absolute, out var link) ? link
            : answer.IsSuccess || answer.Code is 404 or 409 ? null
            : throw PikaErrors.Call(PikaErrors.Of(answer, PikaJob.Of(answer)));
    }

    private Task<DownloadOutcome> TryAsync(Uri link, OutputRequest request, KeyValuePair<string, string>? key, CancellationToken cancellationToken) =>
        calls.Http.OpenDownloadAsync(new DownloadRequest { Address = link, Offset = request.Offset, EntityTag = request.EntityTag, Headers = [Agent], OwnOriginHeaders = key is { } k ? [k] : [] }, cancellationToken);

    private static OutputContent Content(DownloadOutcome outcome) => outcome switch
    {
        DownloadOutcome.Opened { Download: var d } => new OutputContent(d.Stream, d) { Offset = d.Offset, TotalBytes = d.TotalBytes, ContentType = d.ContentType, EntityTag = d.EntityTag },
        DownloadOutcome.Failed failed => throw new ProviderCallException("pika", failed.Failure) { IsOutputExpired = failed.IsExpired },
        _ => throw new InvalidOperationException("The outcomes are closed."),
    };
}
