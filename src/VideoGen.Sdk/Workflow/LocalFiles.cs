using VideoGen.Sdk.Assets;

namespace VideoGen.Sdk.Workflow;

/// <summary>Gives media tools a local path to an asset, wherever the store keeps it, and folders of their own to write in.</summary>
internal sealed class LocalFiles(IAssetStore assets)
{
    /// <summary>How the folders' names begin; those that a killed process left are swept by the next one, once they are a day old.</summary>
    public const string Prefix = "videogen-fit-";

    private static int isSwept;

    /// <summary>Whether the asset is there in its whole length.</summary>
    public async Task<bool> IsThereAsync(VideoAsset asset, CancellationToken cancellationToken) =>
        await assets.FindAsync(asset.Id, cancellationToken).ConfigureAwait(false) is { } found
        && (found.LocalPath is not { } path || (new FileInfo(path) is { Exists: true, Length: var length } && length == asset.Bytes));

    /// <summary>The asset's own path, or a copy that is deleted on dispose.</summary>
    public async Task<BorrowedFile> OpenAsync(VideoAsset asset, CancellationToken cancellationToken)
    {
        if (asset.LocalPath is { } path)
        {
            return new BorrowedFile(path, null);
        }

        var folder = NewFolder();
        var borrowed = new BorrowedFile(Path.Combine(folder.FullName, "input.mp4"), folder);
        try
        {
            await CopyAsync(asset, borrowed.Path, cancellationToken).ConfigureAwait(false);
            return borrowed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await borrowed.DisposeAsync().ConfigureAwait(false);
            var place = Path.GetTempPath();
            throw new AssetStoreException($"Asset {asset.Id} cannot be copied to '{place}', where it is measured and fitted: {e.Message} Make room there, or set TMPDIR to another folder.", e) { AssetId = asset.Id, Path = place };
        }
        catch
        {
            await borrowed.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task CopyAsync(VideoAsset asset, string copy, CancellationToken cancellationToken)
    {
        var source = await assets.OpenReadAsync(asset.Id, cancellationToken).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
        {
            var target = File.Create(copy);
            await using (target.ConfigureAwait(false))
            {
                await source.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>A fresh folder whose one file is to be written; deleted on dispose.</summary>
    public static BorrowedFile NewOutput(string name)
    {
        var folder = NewFolder();
        return new BorrowedFile(Path.Combine(folder.FullName, name), folder);
    }

    private static DirectoryInfo NewFolder()
    {
        if (Interlocked.Exchange(ref isSwept, 1) == 0)
        {
            LeftParts.SweepFolders(Path.GetTempPath(), Prefix);
        }

        return Directory.CreateTempSubdirectory(Prefix);
    }
}
