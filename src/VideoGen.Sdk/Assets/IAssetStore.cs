namespace VideoGen.Sdk.Assets;

/// <summary>Keeps files: inputs, downloads, finished videos, thumbnails.</summary>
/// <remarks>
/// Implementers MUST make a saved asset visible whole or not at all, and durable before the call returns.
/// MUST let a second save of the same id replace the first: a resumed job saves again.
/// MUST be safe for use by many threads at once.
/// MUST refuse ids other than <c>[a-z0-9._-]</c> of 1 to 120 characters that begin with a letter or digit, with <see cref="ArgumentException"/>.
/// </remarks>
public interface IAssetStore
{
    /// <summary>Whether every machine sees the same assets. Several machines on one job store need a shared one.</summary>
    bool IsShared { get; }

    /// <summary>Saves a stream under an id and returns the asset with its length and hash.</summary>
    /// <exception cref="AssetStoreException">It cannot be written; nothing is left behind.</exception>
    Task<VideoAsset> SaveAsync(AssetDescription description, Stream content, CancellationToken cancellationToken = default);

    /// <summary>Saves a local file under an id. The store may move the file; afterwards the caller no longer owns it.</summary>
    /// <exception cref="AssetStoreException">It cannot be written; nothing is left behind.</exception>
    async Task<VideoAsset> ImportAsync(AssetDescription description, string path, CancellationToken cancellationToken = default)
    {
        VideoAsset asset;
        var stream = File.OpenRead(path);
        await using (stream.ConfigureAwait(false))
        {
            asset = await SaveAsync(description, stream, cancellationToken).ConfigureAwait(false);
        }

        File.Delete(path);
        return asset;
    }

    /// <summary>The asset of this id; null when there is none.</summary>
    Task<VideoAsset?> FindAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Opens an asset for reading; the caller disposes the stream.</summary>
    /// <exception cref="AssetStoreException">There is no such asset, or it cannot be read.</exception>
    Task<Stream> OpenReadAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Deletes an asset; says whether there was one.</summary>
    Task<bool> DeleteAsync(string id, CancellationToken cancellationToken = default);
}
