namespace VideoGen.Sdk.Http;

/// <summary>An open output whose address was judged, and whose bytes are counted and timed while they are read.</summary>
public sealed class GuardedDownload : IAsyncDisposable
{
    private readonly HttpResponseMessage response;
    private readonly HttpClient client;

    internal GuardedDownload(Stream stream, HttpResponseMessage response, HttpClient client)
    {
        Stream = stream;
        this.response = response;
        this.client = client;
    }

    /// <summary>The bytes from <see cref="Offset"/> on. Reading throws <see cref="IOException"/> when it stalls, breaks off or grows past the limit.</summary>
    public Stream Stream { get; }

    /// <summary>Where the stream begins: the asked offset, or 0 when the host cannot resume.</summary>
    public long Offset { get; init; }

    /// <summary>Length of the whole output in bytes; null when the host does not say.</summary>
    public long? TotalBytes { get; init; }

    /// <summary>The host's strong entity tag, quotes included; null when it gives none.</summary>
    public string? EntityTag { get; init; }

    /// <summary>MIME type as stated.</summary>
    public string? ContentType { get; init; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync().ConfigureAwait(false);
        response.Dispose();
        client.Dispose();
    }
}
