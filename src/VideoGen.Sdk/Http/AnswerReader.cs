using System.Net.Http.Headers;

namespace VideoGen.Sdk.Http;

/// <summary>Reads an answer whole, and never more of it than the endpoint allows.</summary>
internal static class AnswerReader
{
    public static async Task<VendorAnswer> ReadAsync(HttpResponseMessage response, CallTerms terms, TimeProvider clock, CancellationToken cancellationToken)
    {
        var body = await ReadBodyAsync(response.Content, terms.Endpoint.MaxAnswerBytes, cancellationToken).ConfigureAwait(false);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            headers[name] = values.ToString();
        }

        return new VendorAnswer(response.StatusCode, headers, body, RetryAfter(response.Headers.RetryAfter, clock), terms.Redactor);
    }

    public static TimeSpan? RetryAfter(RetryConditionHeaderValue? header, TimeProvider clock)
    {
        var wait = header?.Delta ?? (header?.Date is { } at ? at - clock.GetUtcNow() : null);
        return wait is { } w && w < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > limit)
        {
            throw new AnswerTooLargeException(limit);
        }

        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var read = new MemoryStream();
            var buffer = new byte[16 * 1024];
            int got;
            while ((got = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (read.Length + got > limit)
                {
                    throw new AnswerTooLargeException(limit);
                }

                read.Write(buffer, 0, got);
            }

            return read.ToArray();
        }
    }
}
