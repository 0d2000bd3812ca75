using VideoGen.Sdk.Http;

namespace VideoGen.Sdk.Providers.Fal;

/// <summary>Turns fal's errors into failures: the type first, then the HTTP status; the vendor's word on another try wins.</summary>
internal static class FalErrors
{
    private static readonly string[] InputWords = ["image_", "video_", "audio_", "face_", "file_", "unsupported_", "greater_than", "less_than", "multiple_of", "sequence_", "string_", "int_", "float_", "literal_", "value_", "extra_"];
    private static readonly string[] CreditWords = ["balance", "credit", "locked", "exhausted", "billing", "payment"];

    public static ProviderFailure Of(VendorAnswer answer, FalFault fault, ChargeCertainty charge, params ReadOnlySpan<string?> hidden)
    {
        var kind = KindOf(fault);
        var words = answer.Redact(fault.Words, hidden);
        var type = answer.Word(fault.Type, hidden);
        return new ProviderFailure
        {
            Kind = kind,
            Charge = charge,
            RetryAfter = kind is ProviderFailureKind.RateLimited or ProviderFailureKind.Transient ? answer.RetryAfter : null,
            ProviderCode = type ?? $"http-{fault.Status}",
            Message = $"fal said {type ?? $"HTTP {fault.Status}"}{(fault.IsOwnTimeout ? " (it waited in the queue longer than RequestTimeout)" : "")}{(words.Length > 0 ? $": {words}" : "")}",
        };
    }

    /// <summary>Whether an ended request was paid for. fal's text: a 5xx is not charged, a 422 may be (2026); of other refusals by the model it says nothing.</summary>
    public static ChargeCertainty ChargeOf(FalFault fault) =>
        fault.Status >= 500 ? ChargeCertainty.None
        : fault.Status == 422 || fault.IsCancel ? ChargeCertainty.Unknown
        : fault.IsOfPlatform ? ChargeCertainty.None
        : ChargeCertainty.Unknown;

    /// <summary>The failure of an answer from which nobody can tell whether a paid request exists.</summary>
    public static ProviderFailure Unknown(VendorAnswer answer) => new()
    {
        Kind = ProviderFailureKind.UnknownOutcome,
        Charge = ChargeCertainty.Unknown,
        RetryAfter = answer.RetryAfter,
        ProviderCode = $"http-{answer.Code}",
        Message = $"The answer (HTTP {answer.Code}) does not say whether a paid request exists.",
    };

    /// <summary>Why a free question was not answered.</summary>
    public static ProviderCallException Asked(VendorAnswer answer, params ReadOnlySpan<string?> hidden) => Call(FalFault.Of(answer) is { } fault
        ? Of(answer, fault, ChargeCertainty.None, hidden)
        : new ProviderFailure
        {
            Kind = OfStatus(answer.Code, null),
            RetryAfter = answer.RetryAfter,
            ProviderCode = $"http-{answer.Code}",
            Message = $"The answer (HTTP {answer.Code}) is not of fal's form.",
        });

    public static ProviderCallException Call(ProviderFailure failure, Exception? cause = null) => new("fal", failure, cause);

    public static ProviderCallException Refuse(string message, Exception? cause = null) => Call(new ProviderFailure { Kind = ProviderFailureKind.InvalidRequest, Message = message }, cause);

    public static ProviderCallException NotSupported(string message) => Call(new ProviderFailure { Kind = ProviderFailureKind.NotSupported, Message = message });

    private static ProviderFailureKind KindOf(FalFault fault)
    {
        var kind = OfType(fault.Type) ?? OfStatus(fault.Status, fault.Words);
        var isTriedAgain = kind is ProviderFailureKind.Transient or ProviderFailureKind.Timeout or ProviderFailureKind.RateLimited;

        // Accounts are suspended over moderated prompts, so no header makes one of those a thing to repeat.
        return kind == ProviderFailureKind.ContentRejected ? kind
            : fault.IsOwnTimeout || (isTriedAgain && fault.IsRetryable == false) ? ProviderFailureKind.NotSupported
            : !isTriedAgain && fault.IsRetryable == true ? ProviderFailureKind.Transient
            : kind;
    }

    private static ProviderFailureKind? OfType(string? type) => type switch
    {
        null => null,
        "content_policy_violation" => ProviderFailureKind.ContentRejected,
        "no_media_generated" => ProviderFailureKind.NotSupported,
        "generation_timeout" or "request_timeout" or "startup_timeout" => ProviderFailureKind.Timeout,
        "internal_server_error" or "internal_error" or "downstream_service_error" or "downstream_service_unavailable" or "client_disconnected" or "client_cancelled" => ProviderFailureKind.Transient,
        "bad_request" or "missing" or "one_of" or "feature_not_supported" or "validation_error" => ProviderFailureKind.InvalidRequest,
        _ when type.StartsWith("runner_", StringComparison.Ordinal) => ProviderFailureKind.Transient,
        _ when InputWords.Any(w => type.StartsWith(w, StringComparison.Ordinal)) => ProviderFailureKind.InvalidRequest,
        _ => null,
    };

    private static ProviderFailureKind OfStatus(int status, string? words) => status switch
    {
        400 or 409 or 413 or 415 or 422 => ProviderFailureKind.InvalidRequest,
        402 => ProviderFailureKind.OutOfCredit,
        403 when words is not null && CreditWords.Any(w => words.Contains(w, StringComparison.OrdinalIgnoreCase)) => ProviderFailureKind.OutOfCredit,
        401 or 403 => ProviderFailureKind.Authentication,
        408 or 504 => ProviderFailureKind.Timeout,
        429 => ProviderFailureKind.RateLimited,
        < 400 or >= 500 => ProviderFailureKind.Transient,
        _ => ProviderFailureKind.NotSupported,
    };
}
