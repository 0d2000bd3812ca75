using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Routing;

namespace VideoGen.Sdk.Workflow;

/// <summary>Makes inputs durable when the job is made, and opens them again for providers.</summary>
internal sealed class JobInputs(IAssetStore assets)
{
    /// <summary>The request with every file and byte array copied into the asset store under its hash.</summary>
    public Task<VideoRequest> StoreAsync(VideoRequest request, CancellationToken cancellationToken) => StoreAsync(request, null, cancellationToken);

    /// <summary>The same for a request whose key is known: a file that is gone is taken for the one that the job kept, and what the store holds already is not written again.</summary>
    public Task<VideoRequest> AgainAsync(VideoRequest request, VideoJob known, CancellationToken cancellationToken) => StoreAsync(request, known, cancellationToken);

    /// <summary>The inputs of a stored request, in the order of <see cref="OfferMatch.InputsOf"/>.</summary>
    public IReadOnlyList<InputMedia> Open(VideoRequest request) => [.. OfferMatch.InputsOf(request).Select(Open)];

    private InputMedia Open(ReferenceMedia media) => new()
    {
        Role = media.Role,
        ContentType = media.ContentType ?? "application/octet-stream",
        Url = media.Url,
        Sha256 = media.Sha256,
        OpenReadAsync = media.AssetId is { } id ? token => OpenAsync(id, media.Role, token) : null,
    };

    private async Task<Stream> OpenAsync(string id, ReferenceRole role, CancellationToken cancellationToken)
    {
        try
        {
            return await assets.OpenReadAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (AssetStoreException e)
        {
            throw new AssetStoreException($"The {role} input ({id}) of this job cannot be read: {e.Message} Give it again under the same key, then call RetryFailedAsync.", e) { AssetId = id, Path = e.Path };
        }
    }

    private async Task<VideoRequest> StoreAsync(VideoRequest request, VideoJob? known, CancellationToken cancellationToken) => request with
    {
        ReferenceImages = await StoreAsync(request.ReferenceImages, known, known?.Request.ReferenceImages ?? [], cancellationToken).ConfigureAwait(false),
        ReferenceVideos = await StoreAsync(request.ReferenceVideos, known, known?.Request.ReferenceVideos ?? [], cancellationToken).ConfigureAwait(false),
        SourceVideo = request.SourceVideo is { } source ? await StoreAsync(source, known, known?.Request.SourceVideo, cancellationToken).ConfigureAwait(false) : null,
        Audio = request.Audio is { } audio ? await StoreAsync(audio, known, known?.Request.Audio, cancellationToken).ConfigureAwait(false) : null,
        Settings = [.. request.Settings.Select(s => new StoredProviderSettings(s.Provider, s.ToJson()))],
    };

    private async Task<IReadOnlyList<ReferenceMedia>> StoreAsync(IReadOnlyList<ReferenceMedia> media, VideoJob? known, IReadOnlyList<ReferenceMedia> kept, CancellationToken cancellationToken)
    {
        var stored = new List<ReferenceMedia>(media.Count);
        for (var i = 0; i < media.Count; i++)
        {
            stored.Add(await StoreAsync(media[i], known, kept.ElementAtOrDefault(i), cancellationToken).ConfigureAwait(false));
        }

        return stored;
    }

    private async Task<ReferenceMedia> StoreAsync(ReferenceMedia media, VideoJob? known, ReferenceMedia? kept, CancellationToken cancellationToken)
    {
        if (media.FilePath is null && media.Bytes.IsEmpty)
        {
            return media;
        }

        if (known is not null && media.FilePath is { } gone && !File.Exists(gone) && kept is { Sha256: not null })
        {
            // The job has its bytes; role, length and a stated type are still compared.
            return kept with { Role = media.Role, Duration = media.Duration, ContentType = media.ContentType ?? kept.ContentType };
        }

        var content = media.FilePath is { } path ? await InputFile.ReadAsync(path, cancellationToken).ConfigureAwait(false) : media.Bytes;
        var sha = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content.Span));
        var description = new AssetDescription { Id = $"input-{sha}", ContentType = media.ContentType ?? InputFile.ContentTypeOf(media.FilePath) };
        if (known is null || (known.State is not (VideoState.Succeeded or VideoState.Cancelled) && kept?.Sha256 == sha && await assets.FindAsync(description.Id, cancellationToken).ConfigureAwait(false) is null))
        {
            using var stream = new MemoryStream(content.ToArray(), writable: false);
            await assets.SaveAsync(description, stream, cancellationToken).ConfigureAwait(false);
        }

        return new ReferenceMedia { Role = media.Role, AssetId = description.Id, Sha256 = sha, ContentType = description.ContentType, Duration = media.Duration };
    }
}
