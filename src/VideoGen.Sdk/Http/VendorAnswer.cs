using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace VideoGen.Sdk.Http;

/// <summary>A whole answer, read within the limits of the endpoint. Immutable; safe for use by many threads at once.</summary>
public sealed class VendorAnswer
{
    private const int LongestWord = 100;

    private readonly Dictionary<string, string> headers;
    private readonly Redactor redactor;

    internal VendorAnswer(HttpStatusCode status, Dictionary<string, string> headers, ReadOnlyMemory<byte> body, TimeSpan? retryAfter, Redactor redactor)
    {
        Status = status;
        Body = body;
        RetryAfter = retryAfter;
        this.headers = headers;
        this.redactor = redactor;
    }

    /// <summary>The status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>The status as a number.</summary>
    public int Code => (int)Status;

    /// <summary>Whether the status is 2xx.</summary>
    public bool IsSuccess => Code is >= 200 and < 300;

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary><c>Retry-After</c> as a span, never below zero; null when absent or unreadable.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>A header by name, several values joined by a comma; null when absent.</summary>
    public string? Header(string name) => headers.GetValueOrDefault(name);

    /// <summary>Reads the body as JSON; false when it is not of that form. Unknown members are the context's business: vendors add some without notice.</summary>
    public bool TryRead<T>(JsonTypeInfo<T> type, [NotNullWhen(true)] out T? value)
        where T : class
    {
        try
        {
            value = JsonSerializer.Deserialize(Body.Span, type);
            return value is not null;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            value = null;
            return false;
        }
    }

    /// <summary>
    /// Makes a vendor's text fit for a message: no key, no query of a link, no words that this request sent, at most 300 characters.
    /// Hand in what the call did not send but the vendor may echo, such as the prompt of the job.
    /// </summary>
    public string Redact(string? text, params ReadOnlySpan<string?> alsoHidden) => redactor.Apply(text, alsoHidden);

    /// <summary>A vendor's code or state fit for a record that is kept: redacted like a message, because nothing stops a vendor from quoting there, and cut. Null for a blank one.</summary>
    internal string? Word(string? word, params ReadOnlySpan<string?> alsoHidden) =>
        Redact(word, alsoHidden) is { Length: > 0 } fit ? fit.Length > LongestWord ? fit[..LongestWord] + "…" : fit : null;
}
