using System.Text.Json;
using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.Fal.Wire;

namespace VideoGen.Sdk.Providers.Fal;

/// <summary>An error of fal as facts, whichever of its shapes it came in.</summary>
internal sealed record FalFault
{
    /// <summary>HTTP status; 0 where only the status of the request told of it.</summary>
    public int Status { get; init; }

    public string? Type { get; init; }

    public string? Words { get; init; }

    /// <summary>Whether the model said it, not the platform.</summary>
    public bool IsOfModel { get; init; }

    /// <summary>Whether the platform said it.</summary>
    public bool IsOfPlatform { get; init; }

    /// <summary>What the vendor's header says about another try; wins over everything but moderation.</summary>
    public bool? IsRetryable { get; init; }

    /// <summary>Whether our own <c>X-Fal-Request-Timeout</c> ran out.</summary>
    public bool IsOwnTimeout { get; init; }

    /// <summary>The request was taken out of the queue or stopped by a cancel.</summary>
    public bool IsCancel => Type is "client_cancelled" or "client_disconnected";

    /// <summary>Null when the answer is not in fal's own form.</summary>
    public static FalFault? Of(VendorAnswer answer)
    {
        if (!answer.TryRead(FalJsonContext.Default.FalErrorData, out var data) || data.Detail is not { ValueKind: JsonValueKind.Array or JsonValueKind.String } detail)
        {
            return null;
        }

        var first = detail.ValueKind == JsonValueKind.Array ? First(detail) : null;
        var platformType = Text(data.ErrorType) ?? answer.Header("X-Fal-Error-Type");
        var retryable = answer.Header("X-Fal-Retryable") ?? answer.Header("X-Fal-Needs-Retry");
        return new FalFault
        {
            Status = answer.Code,
            Type = platformType ?? Member(first, "type"),
            Words = detail.ValueKind == JsonValueKind.String ? detail.GetString() : $"{Place(first)}{Member(first, "msg")}",
            IsOfModel = platformType is null && (first is not null || retryable is not null),
            IsOfPlatform = platformType is not null,
            IsRetryable = retryable?.ToLowerInvariant() switch { "true" or "1" => true, "false" or "0" => false, _ => null },
            IsOwnTimeout = string.Equals(answer.Header("X-Fal-Request-Timeout-Type"), "user", StringComparison.OrdinalIgnoreCase),
        };
    }

    /// <summary>Whether only the platform says this: no model had its say then.</summary>
    public static bool IsPlatforms(string? type) => type is "request_timeout" or "startup_timeout" or "internal_error" || (type?.StartsWith("runner_", StringComparison.Ordinal) ?? false);

    public static string? Text(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        { ValueKind: JsonValueKind.Object } nested => Member(nested, "message") ?? Member(nested, "detail"),
        _ => null,
    };

    // Of several complaints moderation decides: it is the one that must not be tried again.
    private static JsonElement? First(JsonElement details)
    {
        var all = details.EnumerateArray().Where(d => d.ValueKind == JsonValueKind.Object).Select(d => (JsonElement?)d).ToList();
        return all.FirstOrDefault(d => Member(d, "type") == "content_policy_violation") ?? all.FirstOrDefault();
    }

    private static string Place(JsonElement? detail) => detail is { } d && d.TryGetProperty("loc", out var loc) && loc.ValueKind == JsonValueKind.Array
        ? string.Join('.', loc.EnumerateArray().Take(6).Select(p => Text(p))) + ": " : "";

    private static string? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } e && e.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
