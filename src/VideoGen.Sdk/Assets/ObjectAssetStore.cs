using System.Runtime.ExceptionServices;
using System.Text.Json;

namespace VideoGen.Sdk.Assets;

/// <summary>
/// Keeps assets as objects: the bytes under a name that is never used twice, their facts in a small JSON object beside them. The facts are written last and conditionally, make the asset
/// visible and name its bytes: a save that ends half way, or two at once, never show a mixture.
/// </summary>
/// <remarks>
/// Implementers MUST write an object whole or not at all, in memory that does not grow with it.
/// MUST take a conditional write only when nobody wrote since.
/// MUST NOT put a key, a signature or a signed link into what <see cref="Explain"/> returns.
/// </remarks>
public abstract partial class ObjectAssetStore : IAssetStore
{
    private const int MaxRounds = 20;

    private readonly string prefix;

    /// <summary>Keeps assets under a prefix.</summary>
    /// <param name="prefix">Put before every name, such as <c>videos/</c>; empty for none.</param>
    protected ObjectAssetStore(string prefix) => this.prefix = prefix ?? "";

    /// <summary>True: every machine with the same settings sees the same objects.</summary>
    public bool IsShared => true;

    /// <inheritdoc/>
    public async Task<VideoAsset> SaveAsync(AssetDescription description, Stream content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(content);
        AssetName.ThrowIfInvalid(description.Id);
        var key = $"{FolderOf(description.Id)}{description.Id}.{Guid.NewGuid():N}{AssetName.ExtensionOf(description.ContentType)}";
        var measured = new HashingStream(content);
        var isWhole = false;
        await using (measured.ConfigureAwait(false))
        {
            try
            {
                await WriteAsync(key, description.ContentType, measured, cancellationToken).ConfigureAwait(false);
                isWhole = true;
                var asset = AssetOf(description, key, measured);
                await PublishAsync(asset, cancellationToken).ConfigureAwait(false);
                return asset;
            }
            catch (Exception e)
            {
                // Once the facts may name it, it stays: a lost answer to that write is no proof that it failed.
                await (isWhole ? Task.CompletedTask : DeleteQuietlyAsync(key)).ConfigureAwait(false);
                (measured.Fault is { } fault ? ExceptionDispatchInfo.Capture(fault) : null)?.Throw();
                throw Translate(e, description.Id, "saved");
            }
        }
    }

    /// <inheritdoc/>
    public async Task<VideoAsset?> FindAsync(string id, CancellationToken cancellationToken = default)
    {
        AssetName.ThrowIfInvalid(id);
        try
        {
            for (var round = 1; ; round++)
            {
                var facts = await ReadFactsAsync(FactsOf(id), cancellationToken).ConfigureAwait(false);
                if (AssetIn(facts) is not { } asset)
                {
                    return null;
                }

                if (await LengthOfAsync(KeyOf(asset), cancellationToken).ConfigureAwait(false) == asset.Bytes)
                {
                    return asset;
                }

                // Replaced between the two steps: the new facts name the new bytes. The same facts again are of an asset that somebody else removed.
                if (round == MaxRounds || (await ReadFactsAsync(FactsOf(id), cancellationToken).ConfigureAwait(false))?.Tag == facts!.Tag)
                {
                    return null;
                }
            }
        }
        catch (Exception e)
        {
            throw Translate(e, id, "read");
        }
    }

    /// <inheritdoc/>
    public async Task<Stream> OpenReadAsync(string id, CancellationToken cancellationToken = default)
    {
        AssetName.ThrowIfInvalid(id);
        try
        {
            for (var round = 1; round <= MaxRounds; round++)
            {
                var facts = await ReadFactsAsync(FactsOf(id), cancellationToken).ConfigureAwait(false);
                if (AssetIn(facts) is not { } asset)
                {
                    break;
                }

                if (await OpenAsync(KeyOf(asset), cancellationToken).ConfigureAwait(false) is { } stream)
                {
                    return stream;
                }
            }
        }
        catch (Exception e)
        {
            throw Translate(e, id, "read");
        }

        throw new AssetStoreException($"There is no asset {id} in {Name}.") { AssetId = id };
    }

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        AssetName.ThrowIfInvalid(id);
        try
        {
            if (await ReadFactsAsync(FactsOf(id), cancellationToken).ConfigureAwait(false) is not { } facts)
            {
                return false;
            }

            await RemoveAsync(FactsOf(id), cancellationToken).ConfigureAwait(false);
            if (AssetIn(facts) is not { } asset)
            {
                return false;
            }

            await RemoveAsync(KeyOf(asset), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception e)
        {
            throw Translate(e, id, "deleted");
        }
    }

    /// <summary>The store's name in messages, such as <c>container videos</c>. Never a key or a signed link.</summary>
    protected abstract string Name { get; }

    /// <summary>Where an object lies, without any key or signature.</summary>
    protected abstract Uri AddressOf(string key);

    /// <summary>Writes an object from a stream that cannot seek and whose length nobody knows; whole or not at all.</summary>
    protected abstract Task WriteAsync(string key, string contentType, Stream content, CancellationToken cancellationToken);

    /// <summary>Writes a small object if it still has the tag, or if it is not there where the tag is null; else returns false and leaves it.</summary>
    protected abstract Task<bool> TryWriteFactsAsync(string key, ReadOnlyMemory<byte> json, string? expectedTag, CancellationToken cancellationToken);

    /// <summary>Reads a small object; null when it is not there.</summary>
    protected abstract Task<TaggedFacts?> ReadFactsAsync(string key, CancellationToken cancellationToken);

    /// <summary>The length of an object in bytes; null when it is not there.</summary>
    protected abstract Task<long?> LengthOfAsync(string key, CancellationToken cancellationToken);

    /// <summary>Opens an object for reading; null when it is not there.</summary>
    protected abstract Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken);

    /// <summary>Removes an object; one that is not there is no fault.</summary>
    protected abstract Task RemoveAsync(string key, CancellationToken cancellationToken);

    /// <summary>All objects whose names begin with the prefix.</summary>
    protected abstract IAsyncEnumerable<StoredObject> ListAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>What went wrong and how to mend it, in one sentence, where the exception is the store's; null for any other.</summary>
    protected abstract string? Explain(Exception exception);

    /// <summary>Whether an exception of the store repeats what was signed or sent, so that it must not be handed on as the cause.</summary>
    protected virtual bool IsTellingSecrets(Exception exception) => false;

    // The loser of two saves of one id writes again over the winner's facts, so that the bytes of either are named or removed.
    private async Task PublishAsync(VideoAsset asset, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(asset, AssetJsonContext.Default.VideoAsset);
        for (var round = 1; round <= MaxRounds; round++)
        {
            var known = await ReadFactsAsync(FactsOf(asset.Id), cancellationToken).ConfigureAwait(false);
            if (!await TryWriteFactsAsync(FactsOf(asset.Id), json, known?.Tag, cancellationToken).ConfigureAwait(false))
            {
                continue;
            }

            if (AssetIn(known) is { } replaced && KeyOf(replaced) is var old && old != KeyOf(asset))
            {
                await DeleteQuietlyAsync(old).ConfigureAwait(false);
            }

            return;
        }

        throw new AssetStoreException($"Asset {asset.Id} is being saved by too many at once in {Name}.") { AssetId = asset.Id };
    }

    private VideoAsset AssetOf(AssetDescription description, string key, HashingStream measured) => new()
    {
        Id = description.Id,
        Location = AddressOf(key),
        ContentType = description.ContentType,
        Bytes = measured.Position,
        Sha256 = measured.Sha256(),
        Duration = description.Duration,
        Width = description.Width,
        Height = description.Height,
    };

    private static VideoAsset? AssetIn(TaggedFacts? facts)
    {
        try
        {
            return facts is null ? null : JsonSerializer.Deserialize(facts.Json.Span, AssetJsonContext.Default.VideoAsset);
        }
        catch (JsonException)
        {
            // Facts that somebody damaged say nothing: there is no such asset, and it is fetched again.
            return null;
        }
    }

    private string FolderOf(string id) => $"{prefix}{AssetName.ShardOf(id)}/";

    private string FactsOf(string id) => $"{FolderOf(id)}{id}.json";

    // By its last segment: the container may have been copied elsewhere since.
    private string KeyOf(VideoAsset asset) => $"{FolderOf(asset.Id)}{asset.Location.AbsolutePath[(asset.Location.AbsolutePath.LastIndexOf('/') + 1)..]}";

    private async Task DeleteQuietlyAsync(string key)
    {
        try
        {
            await RemoveAsync(key, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (Explain(e) is not null)
        {
            // Bytes that no facts name; SweepAsync removes them.
        }
    }

    private Exception Translate(Exception e, string? id, string verb) => e is not AssetStoreException && Explain(e) is { } why
        ? new AssetStoreException($"{(id is null ? "The assets" : $"Asset {id}")} cannot be {verb} in {Name}: {why}", IsTellingSecrets(e) ? null : e) { AssetId = id }
        : e;
}
