using System.Security.Cryptography;
using System.Text.Json;

namespace VideoGen.Sdk.Assets;

/// <summary>Keeps assets in a folder: the file under a safe name, its facts in a JSON file beside it. The JSON file is written last, makes the asset visible and names its file:
/// a file that is replaced lies beside its successor until then, so that facts and bytes always belong together.</summary>
public sealed class FileSystemAssetStore : IAssetStore
{
    private const int BufferBytes = 128 * 1024;
    private const int MaxReads = 5;

    // Two saves of one id in this process follow each other; of two processes the last facts win, and what they do not name is no asset.
    private static readonly SemaphoreSlim[] Publishing = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    private readonly string root;

    /// <summary>Keeps assets under a folder, which is made when the first one is saved.</summary>
    /// <param name="path">The folder; relative to the working folder.</param>
    /// <param name="isShared">Whether every machine sees it.</param>
    public FileSystemAssetStore(string path, bool isShared = false)
    {
        root = Path.GetFullPath(path);
        IsShared = isShared;
    }

    /// <inheritdoc/>
    public bool IsShared { get; }

    /// <inheritdoc/>
    public async Task<VideoAsset> SaveAsync(AssetDescription description, Stream content, CancellationToken cancellationToken = default)
    {
        var (target, temporary) = Prepare(description);
        try
        {
            long bytes;
            string sha;
            var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes, FileOptions.Asynchronous);
            await using (file.ConfigureAwait(false))
            {
                (bytes, sha) = await CopyAsync(content, file, cancellationToken).ConfigureAwait(false);
                file.Flush(flushToDisk: true);
            }

            return await PublishAsync(description, temporary, target, bytes, sha).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            DeleteQuietly(temporary);
            throw Translate(e, description.Id, "saved");
        }
    }

    /// <inheritdoc/>
    public async Task<VideoAsset> ImportAsync(AssetDescription description, string path, CancellationToken cancellationToken = default)
    {
        var (target, temporary) = Prepare(description);
        try
        {
            File.Move(path, temporary);
            string sha;
            long bytes;
            var file = new FileStream(temporary, FileMode.Open, FileAccess.ReadWrite, FileShare.None, BufferBytes, FileOptions.Asynchronous);
            await using (file.ConfigureAwait(false))
            {
                sha = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken).ConfigureAwait(false));
                bytes = file.Length;
                file.Flush(flushToDisk: true);
            }

            return await PublishAsync(description, temporary, target, bytes, sha).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            DeleteQuietly(temporary);
            throw Translate(e, description.Id, "saved");
        }
    }

    /// <inheritdoc/>
    public async Task<VideoAsset?> FindAsync(string id, CancellationToken cancellationToken = default)
    {
        AssetName.ThrowIfInvalid(id);
        try
        {
            var json = await File.ReadAllBytesAsync(FactsOf(id), cancellationToken).ConfigureAwait(false);
            if (JsonSerializer.Deserialize(json, AssetJsonContext.Default.VideoAsset) is not { } asset)
            {
                return null;
            }

            // The folder may have been moved since; where the facts lie is where the file lies. Facts about another file than the one that is there say nothing.
            var path = Path.Combine(AssetName.FolderOf(root, id), Path.GetFileName(asset.Location.LocalPath));
            return new FileInfo(path) is { Exists: true, Length: var length } && length == asset.Bytes ? asset with { Location = AssetName.AddressOf(path) } : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            // Facts that a power loss or a person damaged say nothing: there is no such asset, and it is fetched again.
            return null;
        }
        catch (Exception e)
        {
            throw Translate(e, id, "read");
        }
    }

    /// <inheritdoc/>
    public async Task<Stream> OpenReadAsync(string id, CancellationToken cancellationToken = default)
    {
        for (var tries = 1; ; tries++)
        {
            var asset = await FindAsync(id, cancellationToken).ConfigureAwait(false);
            if (asset is null && tries < MaxReads && File.Exists(FactsOf(id)))
            {
                // Facts and file are of two moments: somebody replaces it right now.
                continue;
            }

            if (asset is null)
            {
                throw new AssetStoreException($"There is no asset {id} under '{root}'.") { AssetId = id, Path = root };
            }

            try
            {
                return Open(asset.LocalPath!);
            }
            catch (FileNotFoundException) when (tries < MaxReads)
            {
                // Replaced between the two steps; its facts name the successor.
            }
            catch (Exception e)
            {
                throw Translate(e, id, "read");
            }
        }
    }

    private static FileStream Open(string path) => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes, FileOptions.Asynchronous | FileOptions.SequentialScan);

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } asset)
        {
            // Damaged facts, or a file without them, are no asset; they go all the same.
            AssetFiles.DeleteAll(AssetName.FolderOf(root, id), id, null);
            DeleteQuietly(FactsOf(id));
            return false;
        }

        try
        {
            File.Delete(FactsOf(id));
            File.Delete(asset.LocalPath!);
            return true;
        }
        catch (Exception e)
        {
            throw Translate(e, id, "deleted");
        }
    }

    private (string Target, string Temporary) Prepare(AssetDescription description)
    {
        AssetName.ThrowIfInvalid(description.Id);
        var folder = AssetName.FolderOf(root, description.Id);
        try
        {
            Directory.CreateDirectory(folder);
            LeftParts.Sweep(folder);
        }
        catch (Exception e)
        {
            throw Translate(e, description.Id, "saved");
        }

        var target = Path.Combine(folder, description.Id + AssetName.ExtensionOf(description.ContentType));
        return (target, $"{target}.{Guid.NewGuid():N}.part");
    }

    private async Task<VideoAsset> PublishAsync(AssetDescription description, string temporary, string target, long bytes, string sha)
    {
        var facts = FactsOf(description.Id);
        var temporaryFacts = $"{facts}.{Guid.NewGuid():N}.part";
        var isReplacing = File.Exists(facts);
        var gate = Publishing[(uint)StringComparer.Ordinal.GetHashCode(facts) % Publishing.Length];
        await gate.WaitAsync().ConfigureAwait(false);
        try
        {
            // The same bytes again keep their place; other bytes get one of their own until the facts name them.
            var known = isReplacing ? await FindAsync(description.Id, CancellationToken.None).ConfigureAwait(false) : null;
            var path = AssetFiles.Move(temporary, target, sha, known?.Sha256 == sha ? known.LocalPath : null);
            var asset = new VideoAsset
            {
                Id = description.Id,
                Location = AssetName.AddressOf(path),
                ContentType = description.ContentType,
                Bytes = bytes,
                Sha256 = sha,
                Duration = description.Duration,
                Width = description.Width,
                Height = description.Height,
            };
            await WriteFactsAsync(asset, temporaryFacts).ConfigureAwait(false);
            File.Move(temporaryFacts, facts, overwrite: true);
            AssetFiles.DeleteAll(Path.GetDirectoryName(target)!, description.Id, path);
            return asset;
        }
        catch
        {
            DeleteQuietly(temporaryFacts);
            if (!isReplacing)
            {
                AssetFiles.DeleteAll(Path.GetDirectoryName(target)!, description.Id, null);
            }

            throw;
        }
        finally
        {
            gate.Release();
        }
    }

    // On disk before their name is: after a power loss an empty file under the final name would be an asset that cannot be read.
    private static async Task WriteFactsAsync(VideoAsset asset, string path)
    {
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes, FileOptions.Asynchronous);
        await using (file.ConfigureAwait(false))
        {
            await file.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(asset, AssetJsonContext.Default.VideoAsset), CancellationToken.None).ConfigureAwait(false);
            file.Flush(flushToDisk: true);
        }
    }

    private static async Task<(long Bytes, string Sha256)> CopyAsync(Stream content, FileStream file, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        long total = 0;
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0; total += read)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
        }

        return (total, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private string FactsOf(string id) => Path.Combine(AssetName.FolderOf(root, id), id + ".json");

    private Exception Translate(Exception e, string id, string verb) => e is IOException or UnauthorizedAccessException
        ? new AssetStoreException($"Asset {id} cannot be {verb} under '{root}': {e.Message} Choose another folder (VideoGeneration:Assets:Path) or make this one writable.", e) { AssetId = id, Path = root }
        : e;

    private static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The fault that brought us here is the one to tell; a later save sweeps *.part files.
        }
    }
}
