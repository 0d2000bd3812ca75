using VideoGen.Sdk.Http;

namespace VideoGen.Sdk.Providers.HeyGen;

/// <summary>Opens a finished video. Links are presigned and die; every look at the job brings a fresh one. The file host gets no key.</summary>
internal sealed class HeyGenDownload(HeyGenCalls calls, Func<RemoteJob, CancellationToken, Task<ProviderJobStatus>> look)
{
    public async Task<OutputContent> OpenAsync(OutputRequest request, CancellationToken cancellationToken)
    {
        if (request.Status is { Outputs: [var known, ..] })
        {
            var first = await TryAsync(known, request, cancellationToken).ConfigureAwait(false);
            if (first is not DownloadOutcome.Failed { IsExpired: true })
            {
                return Content(first);
            }
        }

        var fresh = await look(request.Job, cancellationToken).ConfigureAwait(false);
        return fresh.Outputs is [var link, ..]
            ? Content(await TryAsync(link, request, cancellationToken).ConfigureAwait(false))
            : throw HeyGenErrors.Odd("HeyGen shows no file for the job now.");
    }

    private Task<DownloadOutcome> TryAsync(Uri link, OutputRequest request, CancellationToken cancellationToken) =>
        calls.Http.OpenDownloadAsync(new DownloadRequest { Address = link, Offset = request.Offset, EntityTag = request.EntityTag }, cancellationToken);

    private static OutputContent Content(DownloadOutcome outcome) => outcome switch
    {
        DownloadOutcome.Opened { Download: var d } => new OutputContent(d.Stream, d) { Offset = d.Offset, TotalBytes = d.TotalBytes, ContentType = d.ContentType, EntityTag = d.EntityTag },
        DownloadOutcome.Failed failed => throw new ProviderCallException("heygen", failed.Failure) { IsOutputExpired = failed.IsExpired },
        _ => throw new InvalidOperationException("The outcomes are closed."),
    };
}
