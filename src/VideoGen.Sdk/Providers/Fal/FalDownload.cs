using VideoGen.Sdk.Http;

namespace VideoGen.Sdk.Providers.Fal;

/// <summary>Opens a finished clip. fal's files are open to anyone with the link, so no key is sent.</summary>
internal static class FalDownload
{
    public static async Task<OutputContent> OpenAsync(VendorHttp http, OutputRequest request, Func<CancellationToken, Task<ProviderJobStatus>> askAgain, CancellationToken cancellationToken)
    {
        if (request.Status is { Outputs: [var known, ..] })
        {
            var first = await TryAsync(http, known, request, cancellationToken).ConfigureAwait(false);
            if (first is not DownloadOutcome.Failed { IsExpired: true })
            {
                return Content(first);
            }
        }

        var status = await askAgain(cancellationToken).ConfigureAwait(false);
        return status.Outputs is [var fresh, ..]
            ? Content(await TryAsync(http, fresh, request, cancellationToken).ConfigureAwait(false))
            : throw FalErrors.Call(new ProviderFailure { Kind = ProviderFailureKind.Transient, Message = "fal shows no output for the request now." });
    }

    private static Task<DownloadOutcome> TryAsync(VendorHttp http, Uri link, OutputRequest request, CancellationToken cancellationToken) =>
        http.OpenDownloadAsync(new DownloadRequest { Address = link, Offset = request.Offset, EntityTag = request.EntityTag }, cancellationToken);

    private static OutputContent Content(DownloadOutcome outcome) => outcome switch
    {
        DownloadOutcome.Opened { Download: var d } => new OutputContent(d.Stream, d) { Offset = d.Offset, TotalBytes = d.TotalBytes, ContentType = d.ContentType, EntityTag = d.EntityTag },
        DownloadOutcome.Failed failed => throw new ProviderCallException("fal", failed.Failure) { IsOutputExpired = failed.IsExpired },
        _ => throw new InvalidOperationException("The outcomes are closed."),
    };
}
