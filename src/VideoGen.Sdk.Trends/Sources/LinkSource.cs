using VideoGen.Sdk.Http;

namespace VideoGen.Sdk.Trends.Sources;

/// <summary>A source at one address; what it held last is kept for the times when nothing has changed.</summary>
internal sealed class LinkSource : IDisposable
{
    private readonly string name;
    private readonly SourceTerms terms;
    private readonly SourceContent content;
    private readonly TimeProvider clock;
    private readonly CourteousReader reader;
    private TrendBatch? last;

    public LinkSource(IHttpClientFactory http, string name, Uri address, SourceTerms terms, IReadOnlyList<KeyValuePair<string, string>> headers, SourceContent content, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(address);
        terms.MustBeSane();
        (this.name, this.terms, this.content, this.clock) = (name, terms, content, clock);
        var endpoint = new VendorEndpoint
        {
            BaseUrl = address,
            AllowLoopback = terms.AllowLoopback,
            TrustedDownloadOrigins = terms.AllowPrivateAddress ? [address] : [],
            MaxAnswerBytes = terms.MaxBytes,
            AnswerTimeout = terms.Timeout,
            BodyTimeout = terms.Timeout,
        };
        reader = new CourteousReader(VendorHttp.Create(http, HttpName, () => endpoint, clock), address, terms, headers, clock);
    }

    /// <summary>Name of the HTTP client of all sources.</summary>
    public static string HttpName => "trends";

    public Task<TrendBatch> ReadAsync(CancellationToken cancellationToken) => reader.ReadAsync(Use, cancellationToken);

    public void Dispose() => reader.Dispose();

    private TrendBatch Use(LinkReading reading)
    {
        switch (reading)
        {
            case LinkReading.Fresh { Body: var body }:
                var batch = content(name, body, terms.MaxItems, clock.GetUtcNow());
                if (batch.IsRead)
                {
                    last = batch;
                }
                else
                {
                    reader.Forget();
                }

                return batch;
            case LinkReading.Failed { Why: var why }:
                return new TrendBatch { Source = name, Failure = why };
            default:
                return last is null ? new TrendBatch { Source = name, IsUnchanged = true } : last with { IsUnchanged = true };
        }
    }
}
