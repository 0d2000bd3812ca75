using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Workflow;

/// <summary>Streams a finished output into the asset store, hashed on the way and checked to be a whole, playable video.</summary>
internal sealed class OutputDownload(IAssetStore assets, IMediaProcessor media, LocalFiles localFiles)
{
    public async Task<VideoAsset> RunAsync(IVideoProvider provider, OutputRequest request, string assetId, long maxBytes, CancellationToken cancellationToken)
    {
        var content = await provider.OpenOutputAsync(request, cancellationToken).ConfigureAwait(false);
        VideoAsset asset;
        await using (content.ConfigureAwait(false))
        {
            if (TextPage.IsIt(content.ContentType))
            {
                throw Refused(provider, $"{content.ContentType} came in place of the video");
            }

            if (content.TotalBytes > maxBytes)
            {
                throw MeasuredStream.TooLarge($"The file has {content.TotalBytes} bytes, more than the {maxBytes} that are allowed");
            }

            var whole = new ResumingStream(provider, request, content);
            var measured = new MeasuredStream(whole, maxBytes, content.TotalBytes, request.Progress);
            await using (whole.ConfigureAwait(false))
            await using (measured.ConfigureAwait(false))
            {
                asset = await assets.SaveAsync(new AssetDescription { Id = assetId, ContentType = "video/mp4" }, measured, cancellationToken).ConfigureAwait(false);
            }

            if (content.TotalBytes is { } stated && stated != asset.Bytes)
            {
                throw Refused(provider, $"the file ended after {asset.Bytes} of {stated} bytes");
            }
        }

        return await MeasureAsync(provider, asset, cancellationToken).ConfigureAwait(false);
    }

    private async Task<VideoAsset> MeasureAsync(IVideoProvider provider, VideoAsset asset, CancellationToken cancellationToken)
    {
        if (asset.Bytes == 0)
        {
            throw Refused(provider, "the file is empty");
        }

        var file = await localFiles.OpenAsync(asset, cancellationToken).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            var facts = await media.ProbeAsync(file.Path, cancellationToken).ConfigureAwait(false);
            return facts is null ? asset : asset with { Duration = facts.Duration, Width = facts.Width, Height = facts.Height };
        }
    }

    private static ProviderCallException Refused(IVideoProvider provider, string why) =>
        new(provider.Descriptor.Id, new ProviderFailure { Kind = ProviderFailureKind.Transient, Charge = ChargeCertainty.Charged, Message = why });
}
