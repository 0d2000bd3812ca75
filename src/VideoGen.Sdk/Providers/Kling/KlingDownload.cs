using VideoGen.Sdk.Http;

namespace VideoGen.Sdk.Providers.Kling;

/// <summary>Opens a finished clip. Kling's links need no key, so none is sent; files are removed 30 days after creation.</summary>
internal static class KlingDownload
{
    public static async Task<OutputContent> OpenAsync(VendorHttp http, OutputRequest request, Func<CancellationToken, Task<ProviderJobStatus>> askAgain, CancellationToken cancellationToken)
    {
        if (request.Status is { Outputs: [var known, ..] } && await TryAsync(http, known, request, cancellationToken).ConfigureAwait(false) is var first)
        {
            if (first is DownloadOutcome.Opened opened)
            {
                return Content(opened.Download);
            }

            if (first is DownloadOutcome.Failed { IsExpired: false } failed)
            {
                throw new ProviderCallException("kling", failed.Failure);
            }
        }

        var status = await askAgain(cancellationToken).ConfigureAwait(false);
        if (status.Outputs is not [var fresh, ..])
        {
            throw new ProviderCallException("kling", new ProviderFailure { Kind = ProviderFailureKind.Transient, Message = "Kling shows no output for the task now." });
        }

        return await TryAsync(http, fresh, request, cancellationToken).ConfigureAwait(false) switch
        {
            DownloadOutcome.Opened opened => Content(opened.Download),
            DownloadOutcome.Failed failed => throw new ProviderCallException("kling", failed.Failure) { IsOutputExpired = failed.IsExpired },
            _ => throw new InvalidOperationException("The outcomes are closed."),
        };
    }

    private static Task<DownloadOutcome> TryAsync(VendorHttp http, Uri link, OutputRequest request, CancellationToken cancellationToken) =>
        http.OpenDownloadAsync(new DownloadRequest { Address = link, Offset = request.Offset, EntityTag = request.EntityTag }, cancellationToken);

    private static OutputContent Content(GuardedDownload download) => new(download.Stream, download)
    {
        Offset = download.Offset,
        TotalBytes = download.TotalBytes,
        ContentType = download.ContentType,
        EntityTag = download.EntityTag,
    };
}
