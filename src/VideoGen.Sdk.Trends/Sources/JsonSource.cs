namespace VideoGen.Sdk.Trends.Sources;

/// <summary>A JSON answer over HTTP, read by a mapping. Asked conditionally and courteously; what cannot be used is left out with a reason.</summary>
public sealed class JsonSource : ITrendSource, IDisposable
{
    private readonly LinkSource link;

    /// <summary>Makes one; the HTTP client was registered by <c>AddTrends()</c>.</summary>
    /// <param name="http">The app's factory.</param>
    /// <param name="name">Its name in reports.</param>
    /// <param name="address">Its address: public https unless <paramref name="terms"/> allow another.</param>
    /// <param name="mapping">Where things stand; null for the defaults.</param>
    /// <param name="terms">How it may be asked; null for the defaults.</param>
    /// <param name="clock">The time; null for the system's.</param>
    public JsonSource(IHttpClientFactory http, string name, Uri address, JsonMapping? mapping = null, SourceTerms? terms = null, TimeProvider? clock = null)
    {
        Name = name;
        link = new LinkSource(http, name, address, terms ?? new SourceTerms(), [new("Accept", "application/json")], new JsonContent(mapping ?? new JsonMapping()).Read, clock ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public Task<TrendBatch> ReadAsync(CancellationToken cancellationToken = default) => link.ReadAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => link.Dispose();
}
