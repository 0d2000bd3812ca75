using VideoGen.Sdk.Assets;

namespace VideoGen.Sdk.Workflow;

/// <summary>Gives media tools a local path to an asset, wherever the store keeps it, and folders of their own to write in.</summary>
internal sealed class LocalFiles(IAssetStore assets)
{
    /// <summary>Whether the asset is there in its whole length.</summary>
    public async Task<bool> IsThereAsync(VideoAsset asset, CancellationToken cancellationToken) =>
        await assets.FindAsync(asset.Id, cancellationToken).ConfigureAwait(false) is { } found
        && (found.LocalPath is not { } path || (new FileInfo(path) is { Exists: true, Length: var length } && length == asset.Bytes));

    /// <summary>The asset's own path, or a copy that is deleted on dispose.</summary>
    public async Task<LocalFile> OpenAsync(VideoAsset asset, CancellationToken cancellationToken)
    {
        if (asset.LocalPath is { } path)
        {
            return new LocalFile(path, null);
        }

        var folder = NewFolder();
        var copy = Path.Combine(folder.FullName, "input.mp4");
        var source = await assets.OpenReadAsync(asset.Id, cancellationToken).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
        {
            var target = File.Create(copy);
            await using (target.ConfigureAwait(false))
            {
                await source.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
            }
        }

        return new LocalFile(copy, folder);
    }

    /// <summary>A fresh folder whose one file is to be written; deleted on dispose.</summary>
    public static LocalFile NewOutput(string name)
    {
        var folder = NewFolder();
        return new LocalFile(Path.Combine(folder.FullName, name), folder);
    }

    private static DirectoryInfo NewFolder() => Directory.CreateTempSubdirectory("videogen-");
}
