using VideoGen.Sdk.Assets;

namespace VideoGen.Sdk.Testing.Chaos;

/// <summary>An asset store as one simulated process sees it.</summary>
/// <param name="inner">The store.</param>
/// <param name="process">The process.</param>
public sealed class ChaosAssetStore(IAssetStore inner, ChaosProcess process) : IAssetStore
{
    /// <inheritdoc/>
    public bool IsShared => inner.IsShared;

    /// <inheritdoc/>
    public Task<VideoAsset> SaveAsync(AssetDescription description, Stream content, CancellationToken cancellationToken = default) =>
        Write("Save", () => inner.SaveAsync(description, content, cancellationToken));

    /// <inheritdoc/>
    public Task<VideoAsset> ImportAsync(AssetDescription description, string path, CancellationToken cancellationToken = default) =>
        Write("Import", () => inner.ImportAsync(description, path, cancellationToken));

    /// <inheritdoc/>
    public Task<VideoAsset?> FindAsync(string id, CancellationToken cancellationToken = default) => Read(() => inner.FindAsync(id, cancellationToken));

    /// <inheritdoc/>
    public Task<Stream> OpenReadAsync(string id, CancellationToken cancellationToken = default) => Read(() => inner.OpenReadAsync(id, cancellationToken));

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string id, CancellationToken cancellationToken = default) => Write("Delete", () => inner.DeleteAsync(id, cancellationToken));

    private Task<T> Write<T>(string name, Func<Task<T>> write) =>
        process.WriteAsync($"assets.{name}", write, _ => new AssetStoreException("simulated: the disk is full; choose another folder"));

    private Task<T> Read<T>(Func<Task<T>> read)
    {
        process.MustLive();
        return read();
    }
}
