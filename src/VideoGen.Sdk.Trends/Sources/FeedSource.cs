namespace VideoGen.Sdk.Trends.Sources;

/// <summary>An RSS 2.0 or Atom 1.0 feed, such as those of Google Trends. Free. Asked conditionally and courteously; what cannot be used is left out with a reason.</summary>
public sealed class FeedSource : ITrendSource, IDisposable
{
    private readonly LinkSource link;

    /// <summary>Makes one; the HTTP client was registered by <c>AddTrends()</c>.</summary>
    /// <param name="http">The app's factory.</param>
    /// <param name="name">Its name in reports.</param>
    /// <param name="address">Its address: public https unless <paramref name="terms"/> allow another.</param>
    /// <param name="terms">How it may be asked; null for the defaults.</param>
    /// <param name="clock">The time; null for the system's.</param>
    public FeedSource(IHttpClientFactory http, string name, Uri address, SourceTerms? terms = null, TimeProvider? clock = null)
    {
        Name = name;
        link = new LinkSource(http, name, address, terms ?? new SourceTerms(), [new("Accept", "application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.1")], FeedContent.Read, clock ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public Task<TrendBatch> ReadAsync(CancellationToken cancellationToken = default) => link.ReadAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => link.Dispose();
}
