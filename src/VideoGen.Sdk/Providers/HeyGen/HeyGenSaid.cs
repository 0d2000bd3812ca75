using System.Text.Json;
using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.HeyGen.Wire;

namespace VideoGen.Sdk.Providers.HeyGen;

/// <summary>What an answer of HeyGen's own form says.</summary>
internal sealed record HeyGenSaid
{
    /// <summary>The data; an object or a list, null beside an error.</summary>
    public JsonElement? Data { get; private init; }

    public string? Code { get; private init; }

    public string? Words { get; private init; }

    public string? Parameter { get; private init; }

    public bool IsError { get; private init; }

    public string? NextToken { get; private init; }

    /// <summary>Null when the answer is not of the vendor's form.</summary>
    public static HeyGenSaid? Of(VendorAnswer answer)
    {
        if (!answer.TryRead(HeyGenJsonContext.Default.HeyGenEnvelope, out var envelope))
        {
            return null;
        }

        if (envelope.Data is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } data)
        {
            return new HeyGenSaid { Data = data, NextToken = envelope.HasMore is { ValueKind: JsonValueKind.True } ? TextOf(envelope.NextToken) : null };
        }

        return envelope.Error is { ValueKind: JsonValueKind.Object } error && (Member(error, "code") ?? Member(error, "message")) is not null
            ? new HeyGenSaid { IsError = true, Code = Member(error, "code"), Words = Member(error, "message"), Parameter = Member(error, "param") }
            : null;
    }

    /// <summary>A member of the data as text; null when it is absent, empty or neither text nor number.</summary>
    public string? Text(string name) => Data is { } data ? Member(data, name) : null;

    public decimal? Number(string name) => Data is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetDecimal(out var number) ? number : null;

    public Uri? Link(string name) => Uri.TryCreate(Text(name), UriKind.Absolute, out var link) ? link : null;

    public static string? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? TextOf(value) : null;

    public static string? TextOf(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text when text.GetString() is { Length: > 0 } words => words,
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };
}
