using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Routing;

namespace VideoGen.Sdk.Workflow;

/// <summary>Makes inputs durable when the job is made, and opens them again for providers.</summary>
internal sealed class JobInputs(IAssetStore assets)
{
    /// <summary>The request with every file and byte array copied into the asset store under its hash.</summary>
    public async Task<VideoRequest> StoreAsync(VideoRequest request, CancellationToken cancellationToken) => request with
    {
        ReferenceImages = await StoreAsync(request.ReferenceImages, cancellationToken).ConfigureAwait(false),
        ReferenceVideos = await StoreAsync(request.ReferenceVideos, cancellationToken).ConfigureAwait(false),
        SourceVideo = request.SourceVideo is { } source ? await StoreAsync(source, cancellationToken).ConfigureAwait(false) : null,
        Audio = request.Audio is { } audio ? await StoreAsync(audio, cancellationToken).ConfigureAwait(false) : null,
        Settings = [.. request.Settings.Select(s => new StoredProviderSettings(s.Provider, s.ToJson()))],
    };

    /// <summary>The inputs of a stored request, in the order of <see cref="OfferMatch.InputsOf"/>.</summary>
    public IReadOnlyList<InputMedia> Open(VideoRequest request) => [.. OfferMatch.InputsOf(request).Select(Open)];

    private InputMedia Open(ReferenceMedia media) => new()
    {
        Role = media.Role,
        ContentType = media.ContentType ?? "application/octet-stream",
        Url = media.Url,
        Sha256 = media.Sha256,
        OpenReadAsync = media.AssetId is { } id ? token => assets.OpenReadAsync(id, token) : null,
    };

    private async Task<IReadOnlyList<ReferenceMedia>> StoreAsync(IReadOnlyList<ReferenceMedia> media, CancellationToken cancellationToken)
    {
        var stored = new List<ReferenceMedia>(media.Count);
        foreach (var one in media)
        {
            stored.Add(await StoreAsync(one, cancellationToken).ConfigureAwait(false));
        }

        return stored;
    }

    private async Task<ReferenceMedia> StoreAsync(ReferenceMedia media, CancellationToken cancellationToken)
    {
        if (media.FilePath is null && media.Bytes.IsEmpty)
        {
            return media;
        }

        var content = media.FilePath is { } path ? await InputFile.ReadAsync(path, cancellationToken).ConfigureAwait(false) : media.Bytes;
        var sha = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content.Span));
        var type = media.ContentType ?? InputFile.ContentTypeOf(media.FilePath);
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        var asset = await assets.SaveAsync(new AssetDescription { Id = $"input-{sha}", ContentType = type }, stream, cancellationToken).ConfigureAwait(false);
        return new ReferenceMedia { Role = media.Role, AssetId = asset.Id, Sha256 = sha, ContentType = type, Duration = media.Duration };
    }
}
