namespace VideoGen.Sdk.Providers;

/// <summary>An open output.</summary>
public sealed class OutputContent : IAsyncDisposable
{
    private readonly IAsyncDisposable? owner;

    /// <summary>Wraps a stream; <paramref name="owner"/> is disposed after it.</summary>
    public OutputContent(Stream stream, IAsyncDisposable? owner = null)
    {
        Stream = stream;
        this.owner = owner;
    }

    /// <summary>The bytes, from <see cref="Offset"/> on.</summary>
    public Stream Stream { get; }

    /// <summary>Where the stream begins: the asked offset, or 0 when the vendor cannot resume.</summary>
    public long Offset { get; init; }

    /// <summary>Length of the whole output in bytes; null when nobody says.</summary>
    public long? TotalBytes { get; init; }

    /// <summary>The host's tag of this very content, quotes included; null when it gives none that two downloads can be compared by.</summary>
    public string? EntityTag { get; init; }

    /// <summary>MIME type as stated.</summary>
    public string? ContentType { get; init; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync().ConfigureAwait(false);
        if (owner is not null)
        {
            await owner.DisposeAsync().ConfigureAwait(false);
        }
    }
}
