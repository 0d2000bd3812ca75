using System.Runtime.CompilerServices;

namespace VideoGen.Sdk.Assets;

/// <content>What is there, and what nobody needs any more.</content>
public abstract partial class ObjectAssetStore
{
    private static readonly TimeSpan LeftAfter = TimeSpan.FromDays(1);

    /// <summary>All assets, in no order, read page by page.</summary>
    /// <exception cref="AssetStoreException">The store cannot be read.</exception>
    public async IAsyncEnumerable<VideoAsset> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var found in ListedAsync(cancellationToken).ConfigureAwait(false))
        {
            if (found.Key.EndsWith(".json", StringComparison.Ordinal) && AssetIn(await ReadFactsAsync(found.Key, cancellationToken).ConfigureAwait(false)) is { } asset)
            {
                yield return asset;
            }
        }
    }

    /// <summary>Removes bytes that no facts name and that are a day old: what a process left that died in a save. Returns how many.</summary>
    /// <param name="now">The time by which a day is counted; the store's clock says when an object was written.</param>
    /// <param name="cancellationToken">Stops it; what is removed stays removed.</param>
    /// <exception cref="AssetStoreException">The store cannot be read or written.</exception>
    public async Task<int> SweepAsync(DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var count = 0;
        await foreach (var found in ListedAsync(cancellationToken).ConfigureAwait(false))
        {
            if (ObjectName.IdOf(found.Key[prefix.Length..]) is not { } id || now - found.ChangedAt < LeftAfter)
            {
                continue;
            }

            try
            {
                if (AssetIn(await ReadFactsAsync(FactsOf(id), cancellationToken).ConfigureAwait(false)) is { } asset && KeyOf(asset) == found.Key)
                {
                    continue;
                }

                await RemoveAsync(found.Key, cancellationToken).ConfigureAwait(false);
                count++;
            }
            catch (Exception e)
            {
                throw Translate(e, id, "swept");
            }
        }

        return count;
    }

    private async IAsyncEnumerable<StoredObject> ListedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var objects = ListAsync(prefix, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (objects.ConfigureAwait(false))
        {
            while (await NextAsync(objects).ConfigureAwait(false))
            {
                yield return objects.Current;
            }
        }
    }

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<StoredObject> objects)
    {
        try
        {
            return await objects.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            throw Translate(e, null, "listed");
        }
    }
}
