namespace VideoGen.Sdk.Trends.Sources;

/// <summary>A file, or a folder whose files are read anew when they change: feeds (<c>.xml</c>, <c>.rss</c>, <c>.atom</c>) and JSON (<c>.json</c>). A bad file is left out with a reason.</summary>
public sealed class FolderSource : ITrendSource
{
    private static readonly string[] Endings = [".xml", ".rss", ".atom", ".json"];

    private readonly string path;
    private readonly JsonContent json;
    private readonly TimeProvider clock;
    private readonly SourceTerms terms;
    private readonly Lock gate = new();
    private Dictionary<string, (DateTime ChangedAt, long Bytes, TrendBatch Batch)> read = new(StringComparer.Ordinal);

    /// <summary>Makes one.</summary>
    /// <param name="name">Its name in reports.</param>
    /// <param name="path">The file or folder. It may come into being later.</param>
    /// <param name="mapping">Where things stand in JSON files; null for the defaults.</param>
    /// <param name="terms">Largest file and most items; null for the defaults. What is about the network does not count.</param>
    /// <param name="clock">The time; null for the system's.</param>
    public FolderSource(string name, string path, JsonMapping? mapping = null, SourceTerms? terms = null, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        (Name, this.path, this.terms, this.clock) = (name, Path.GetFullPath(path), terms ?? new SourceTerms(), clock ?? TimeProvider.System);
        this.terms.MustBeSane();
        json = new JsonContent(mapping ?? new JsonMapping());
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public Task<TrendBatch> ReadAsync(CancellationToken cancellationToken = default) => Task.Run(() => Read(cancellationToken), cancellationToken);

    private TrendBatch Read(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            try
            {
                var isFile = File.Exists(path);
                if (!isFile && !Directory.Exists(path))
                {
                    return new TrendBatch { Source = Name, Failure = "there is no such file or folder" };
                }

                string[] files = isFile ? [path] : [.. Directory.EnumerateFiles(path).Where(file => Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];
                return Read(files, isFile, cancellationToken);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return new TrendBatch { Source = Name, Failure = "it cannot be read" };
            }
        }
    }

    private TrendBatch Read(string[] files, bool isFile, CancellationToken cancellationToken)
    {
        var now = new Dictionary<string, (DateTime, long, TrendBatch)>(StringComparer.Ordinal);
        var isUnchanged = read.Count == files.Length && files.Length > 0;
        var leftOut = new List<LeftOutItem>();
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (changedAt, bytes) = (File.GetLastWriteTimeUtc(file), new FileInfo(file).Length);
            var isKnown = read.TryGetValue(file, out var known) && known.ChangedAt == changedAt && known.Bytes == bytes;
            var batch = isKnown ? known.Batch : Read(file, bytes);
            isUnchanged &= isKnown;
            now[file] = (changedAt, bytes, batch);
            if (batch.Failure is { } failure)
            {
                if (isFile)
                {
                    read = now;
                    return batch;
                }

                leftOut.Add(LeftOutItem.Of(Path.GetFileName(file), failure));
            }
        }

        read = now;
        var batches = now.Values.Select(each => each.Item3).ToList();
        return new TrendBatch { Source = Name, Items = [.. batches.SelectMany(batch => batch.Items)], LeftOut = [.. leftOut, .. batches.SelectMany(batch => batch.LeftOut)], IsUnchanged = isUnchanged };
    }

    private TrendBatch Read(string file, long bytes)
    {
        if (bytes > terms.MaxBytes)
        {
            return new TrendBatch { Source = Name, Failure = $"it has {bytes} bytes, at most {terms.MaxBytes} are read" };
        }

        try
        {
            var body = File.ReadAllBytes(file);
            var isJson = Path.GetExtension(file).Equals(".json", StringComparison.OrdinalIgnoreCase);
            return isJson ? json.Read(Name, body, terms.MaxItems, clock.GetUtcNow()) : FeedContent.Read(Name, body, terms.MaxItems, clock.GetUtcNow());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new TrendBatch { Source = Name, Failure = "it cannot be read" };
        }
    }
}
