using System.Text;
using VideoGen.Sdk.Http;

namespace VideoGen.Sdk.Trends.Sources;

/// <summary>Asks one address as a good guest: conditionally, not too often, not where <c>robots.txt</c> forbids, and not again before a stated wait is over. One reading at a time.</summary>
internal sealed class CourteousReader(VendorHttp http, Uri address, SourceTerms terms, IReadOnlyList<KeyValuePair<string, string>> headers, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan RobotsAge = TimeSpan.FromHours(24);
    private static readonly TimeSpan RobotsRetry = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim turn = new(1, 1);
    private RobotsRules robots = RobotsRules.Open;
    private DateTimeOffset robotsUntil = DateTimeOffset.MinValue;
    private DateTimeOffset nextAt = DateTimeOffset.MinValue;
    private string? entityTag;
    private string? lastModified;
    private string? lastFailure;

    public async Task<T> ReadAsync<T>(Func<LinkReading, T> use, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return use(await ReadAsync(cancellationToken).ConfigureAwait(false));
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Forgets what makes the next request conditional: the last answer could not be used.</summary>
    public void Forget() => (entityTag, lastModified) = (null, null);

    public void Dispose() => turn.Dispose();

    private async Task<LinkReading> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now < nextAt)
        {
            return lastFailure is null ? new LinkReading.Unchanged() : new LinkReading.Failed(lastFailure);
        }

        if (terms.ObeysRobots && await RobotsAsync(now, cancellationToken).ConfigureAwait(false) is { } forbidden)
        {
            return Fail(forbidden);
        }

        var interval = robots.Delay > terms.ShortestInterval ? robots.Delay : terms.ShortestInterval;
        nextAt = now + interval;
        return await http.ReadLinkAsync(VendorRequest.Get(address.AbsoluteUri, [.. Headers()]), cancellationToken).ConfigureAwait(false) switch
        {
            TransportOutcome.Answered { Answer: var answer } => Read(answer, now),
            TransportOutcome.NotSent { Failure: var failure } => Fail(WordsOf(failure)),
            TransportOutcome.Lost { Failure: var failure } => Fail(WordsOf(failure)),
            _ => throw new InvalidOperationException("The outcomes are closed."),
        };
    }

    private LinkReading Read(VendorAnswer answer, DateTimeOffset now)
    {
        if (answer.Code == 304)
        {
            lastFailure = null;
            return new LinkReading.Unchanged();
        }

        if (!answer.IsSuccess)
        {
            var wait = answer.RetryAfter is { } asked ? asked < LongestWait ? asked : LongestWait : TimeSpan.Zero;
            nextAt = now + wait > nextAt ? now + wait : nextAt;
            return Fail($"the host answered {answer.Code}{(wait > TimeSpan.Zero ? $" and asks to wait {wait:g}" : "")}");
        }

        (entityTag, lastModified, lastFailure) = (answer.Header("ETag"), answer.Header("Last-Modified"), null);
        return new LinkReading.Fresh(answer.Body);
    }

    private LinkReading.Failed Fail(string why)
    {
        lastFailure = why;
        return new LinkReading.Failed(why);
    }

    private IEnumerable<KeyValuePair<string, string>> Headers()
    {
        yield return new("User-Agent", terms.UserAgent);
        if (Sendable(entityTag) is { } tag)
        {
            yield return new("If-None-Match", tag);
        }

        if (Sendable(lastModified) is { } at)
        {
            yield return new("If-Modified-Since", at);
        }

        foreach (var header in headers)
        {
            yield return header;
        }
    }

    private async Task<string?> RobotsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (now >= robotsUntil)
        {
            var asked = VendorRequest.Get(new Uri(address, "/robots.txt").AbsoluteUri, new KeyValuePair<string, string>("User-Agent", terms.UserAgent));
            var outcome = await http.ReadLinkAsync(asked, cancellationToken).ConfigureAwait(false);
            (robots, var age) = outcome switch
            {
                TransportOutcome.Answered { Answer: { IsSuccess: true } answer } => (RobotsRules.Of(Encoding.UTF8.GetString(answer.Body.Span), terms.UserAgent), RobotsAge),
                TransportOutcome.Answered { Answer.Code: >= 400 and < 500 } => (RobotsRules.Open, RobotsAge),
                _ => (RobotsRules.Closed, RobotsRetry),
            };
            robotsUntil = now + age;
            if (outcome is TransportOutcome.NotSent { Failure: var failure })
            {
                robotsUntil = now;
                return WordsOf(failure);
            }
        }

        return robots.Allows(address.PathAndQuery) ? null : ReferenceEquals(robots, RobotsRules.Closed) ? "the host's robots.txt cannot be had" : "the host's robots.txt forbids it";
    }

    private static string? Sendable(string? header) => header is { Length: > 0 and < 1024 } && !header.Any(sign => sign is < ' ' or > '~') ? header : null;

    private static string WordsOf(ProviderFailure failure) => failure.Kind is ProviderFailureKind.NotSupported
        ? "the address is not a public https one; only AllowLoopback or AllowPrivateAddress of this source lets it be"
        : failure.Message.TrimEnd('.');
}
