using System.Text.RegularExpressions;
using VideoGen.Sdk.Http;

namespace VideoGen.Sdk.Trends.Sources;

/// <summary>The most popular videos of a region, by YouTube's data API (one unit of its quota a reading). The key goes in a header, never into an address, a reason or a log.</summary>
public sealed partial class YouTubeSource : ITrendSource
{
    private const string Api = "https://www.googleapis.com/";

    private static readonly JsonMapping Mapping = new()
    {
        Title = "snippet.title",
        Text = "snippet.description",
        PublishedAt = "snippet.publishedAt",
        Language = "snippet.defaultAudioLanguage",
        Hashtags = "snippet.tags",
        Theme = "snippet.categoryId",
        Views = "statistics.viewCount",
        Likes = "statistics.likeCount",
        Comments = "statistics.commentCount",
        Link = "",
        Shares = "",
    };

    private readonly VendorHttp http;
    private readonly Func<string?> readKey;
    private readonly string region;
    private readonly TimeProvider clock;

    /// <summary>Makes one; the HTTP client was registered by <c>AddTrends()</c>.</summary>
    /// <param name="http">The app's factory.</param>
    /// <param name="readKey">Reads the key of the data API before each call, so that a rotated one takes effect.</param>
    /// <param name="region">Two letters of ISO 3166, such as <c>US</c>.</param>
    /// <param name="clock">The time; null for the system's.</param>
    /// <param name="baseUrl">Another root of the API, such as a sandbox on this machine; null for YouTube's.</param>
    /// <exception cref="ArgumentException">The region is not two letters.</exception>
    public YouTubeSource(IHttpClientFactory http, Func<string?> readKey, string region = "US", TimeProvider? clock = null, Uri? baseUrl = null)
    {
        ArgumentNullException.ThrowIfNull(readKey);
        if (!Region().IsMatch(region))
        {
            throw new ArgumentException("A region is two letters, such as US.", nameof(region));
        }

        (this.readKey, this.clock, this.region) = (readKey, clock ?? TimeProvider.System, region.ToUpperInvariant());
        Name = $"youtube/{this.region}";
        var endpoint = new VendorEndpoint { BaseUrl = baseUrl ?? new Uri(Api), AllowLoopback = baseUrl is { IsLoopback: true } };
        this.http = VendorHttp.Create(http, LinkSource.HttpName, () => endpoint, this.clock);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public async Task<TrendBatch> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (readKey() is not { Length: > 0 } key)
        {
            return new TrendBatch { Source = Name, Failure = "there is no key; set VideoGeneration:Trends:YouTube:ApiKey or YOUTUBE_API_KEY" };
        }

        var request = VendorRequest.Get(
            $"youtube/v3/videos?part=snippet,statistics&chart=mostPopular&maxResults=50&regionCode={region}", new KeyValuePair<string, string>("X-Goog-Api-Key", key.Trim()));
        return await http.SendSafeAsync(request, cancellationToken).ConfigureAwait(false) switch
        {
            TransportOutcome.Answered { Answer: { IsSuccess: true } answer } => Linked(new JsonContent(Mapping, ThemeOf).Read(Name, answer.Body, 50, clock.GetUtcNow())),
            TransportOutcome.Answered { Answer.Code: 400 or 401 or 403 } => new TrendBatch { Source = Name, Failure = "YouTube refused the key, or its quota for the day is used up" },
            TransportOutcome.Answered { Answer: var answer } => new TrendBatch { Source = Name, Failure = $"YouTube answered {answer.Code}" },
            TransportOutcome.NotSent { Failure: var failure } => new TrendBatch { Source = Name, Failure = failure.Message.TrimEnd('.') },
            TransportOutcome.Lost { Failure: var failure } => new TrendBatch { Source = Name, Failure = failure.Message.TrimEnd('.') },
            _ => throw new InvalidOperationException("The outcomes are closed."),
        };
    }

    private static TrendBatch Linked(TrendBatch batch) =>
        batch with { Items = [.. batch.Items.Select(item => item with { Link = new Uri("https://www.youtube.com/watch?v=" + Uri.EscapeDataString(item.Id)) })] };

    // The numbers are YouTube's own and the same in every region.
    private static string ThemeOf(string category) => category switch
    {
        "1" => "film",
        "2" => "cars",
        "10" => "music",
        "15" => "animals",
        "17" => "sports",
        "19" => "travel",
        "20" => "gaming",
        "22" => "people",
        "23" => "comedy",
        "24" => "entertainment",
        "25" => "news",
        "26" => "lifestyle",
        "27" => "education",
        "28" => "technology",
        "29" => "charity",
        _ => "other",
    };

    [GeneratedRegex("^[A-Za-z]{2}$")]
    private static partial Regex Region();
}
