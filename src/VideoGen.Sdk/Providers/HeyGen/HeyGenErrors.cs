using VideoGen.Sdk.Http;

namespace VideoGen.Sdk.Providers.HeyGen;

/// <summary>
/// Turns HeyGen's errors into failures. The HTTP status decides first and the code second, because codes are not always true: one report shows a plain refusal
/// under HTTP 400 with the code <c>internal_error</c> (2026-08).
/// </summary>
internal static class HeyGenErrors
{
    /// <summary>Whether an error says that nothing was accepted. A 409 about a key in progress says that something may have been; so do 408 and every 5xx.</summary>
    public static bool IsRefusal(int status, HeyGenSaid said) => said.IsError && status switch
    {
        408 => false,
        409 => said.Code is not "request_in_progress",
        >= 400 and < 500 => true,
        >= 200 and < 300 => true,
        _ => false,
    };

    public static ProviderFailure Of(VendorAnswer answer, HeyGenSaid? said, params ReadOnlySpan<string?> hidden)
    {
        var kind = KindOf(answer.Code, said?.Code);
        var code = answer.Word(said?.Code, hidden);
        return new ProviderFailure
        {
            Kind = kind,
            Charge = ChargeCertainty.None,
            RetryAfter = kind is ProviderFailureKind.RateLimited or ProviderFailureKind.Transient ? answer.RetryAfter : null,
            ProviderCode = code ?? $"http-{answer.Code}",
            Message = $"HeyGen refused with {code ?? $"HTTP {answer.Code}"}{Field(answer, said, hidden)}{Advice(answer.Code, said?.Code)}{Tail(answer.Redact(said?.Words, hidden))}{Request(answer)}",
        };
    }

    /// <summary>Why an accepted job ended without a video.</summary>
    public static ProviderFailure OfJob(VendorAnswer answer, HeyGenSaid said, bool isFreeByDefault, params ReadOnlySpan<string?> hidden)
    {
        var (code, words) = (said.Text("failure_code"), said.Text("failure_message"));
        var isModerated = IsModeration(code) || (code is null or "generation_failed" && IsModeration(words));
        var isStopped = HeyGenStatus.IsCancelled(said);
        return new ProviderFailure
        {
            Kind = isModerated ? ProviderFailureKind.ContentRejected : KindOfJob(code),

            // Only ordinary failures are said to be free; what was blocked or stopped halfway is not.
            Charge = isFreeByDefault && !isModerated && !isStopped ? ChargeCertainty.None : ChargeCertainty.Unknown,
            ProviderCode = answer.Word(code, hidden),
            Message = $"HeyGen's job {(isStopped ? "was stopped" : "failed")} with {answer.Word(code, hidden) ?? "no code"}{Tail(answer.Redact(words, hidden))}",
        };
    }

    /// <summary>The failure of an answer from which nobody can tell whether a paid job exists.</summary>
    public static ProviderFailure Unknown(VendorAnswer answer, HeyGenSaid? said) => new()
    {
        Kind = ProviderFailureKind.UnknownOutcome,
        Charge = ChargeCertainty.Unknown,
        RetryAfter = answer.RetryAfter,
        ProviderCode = answer.Word(said?.Code) ?? $"http-{answer.Code}",
        Message = $"The answer (HTTP {answer.Code}{(said is null ? ", not of HeyGen's form" : "")}) does not say whether a paid job exists.{Request(answer)}",
    };

    public static ProviderCallException Call(ProviderFailure failure, Exception? cause = null) => new("heygen", failure, cause);

    public static ProviderCallException Refuse(string message, Exception? cause = null) => Call(new ProviderFailure { Kind = ProviderFailureKind.InvalidRequest, Message = message }, cause);

    public static ProviderCallException NotSupported(string message) => Call(new ProviderFailure { Kind = ProviderFailureKind.NotSupported, Message = message });

    public static ProviderCallException Odd(string message) => Call(new ProviderFailure { Kind = ProviderFailureKind.Transient, Message = message });

    private static ProviderFailureKind KindOf(int status, string? code) => (status, code) switch
    {
        ( >= 400 and < 500, "content_policy_violation") => ProviderFailureKind.ContentRejected,
        (400 or 403, "avatar_consent_required") => ProviderFailureKind.InvalidRequest,
        (400, "download_failed") => ProviderFailureKind.Transient,
        (400, "resource_limit_reached" or "unlimited_mode_disabled") => ProviderFailureKind.NotSupported,
        (401, _) or (403, "forbidden" or null) => ProviderFailureKind.Authentication,
        (402, _) or (429, "quota_exceeded") => ProviderFailureKind.OutOfCredit,
        (403, _) => ProviderFailureKind.NotSupported,
        (404, "not_found" or null) => ProviderFailureKind.NotSupported,
        (408, _) => ProviderFailureKind.Timeout,
        (409, _) => ProviderFailureKind.Transient,
        (410, _) => ProviderFailureKind.Retired,
        (429, _) => ProviderFailureKind.RateLimited,
        ( >= 500 or < 400, _) => OfCode(code),
        _ => ProviderFailureKind.InvalidRequest,
    };

    // An error under HTTP 200 has nothing but its code.
    private static ProviderFailureKind OfCode(string? code) => code switch
    {
        "invalid_parameter" => ProviderFailureKind.InvalidRequest,
        "content_policy_violation" => ProviderFailureKind.ContentRejected,
        "unauthorized" or "authentication_failed" => ProviderFailureKind.Authentication,
        "insufficient_credit" or "trial_limit_exceeded" or "plan_upgrade_required" or "quota_exceeded" => ProviderFailureKind.OutOfCredit,
        "rate_limit_exceeded" => ProviderFailureKind.RateLimited,
        _ => ProviderFailureKind.Transient,
    };

    private static ProviderFailureKind KindOfJob(string? code) => code switch
    {
        "invalid_parameter" or "script_too_short" or "tts_text_invalid" => ProviderFailureKind.InvalidRequest,
        "gateway_timeout" => ProviderFailureKind.Timeout,
        "insufficient_credit" or "quota_exceeded" => ProviderFailureKind.OutOfCredit,
        _ => ProviderFailureKind.Transient,
    };

    // Clips know two codes only, so for them the sentence must tell (2026-10).
    private static bool IsModeration(string? text) => text is not null
        && (text.Contains("moderation", StringComparison.OrdinalIgnoreCase) || text.Contains("policy", StringComparison.OrdinalIgnoreCase));

    private static string Field(VendorAnswer answer, HeyGenSaid? said, ReadOnlySpan<string?> hidden) => answer.Redact(said?.Parameter, hidden) is { Length: > 0 } field ? $" at {field}" : "";

    private static string Advice(int status, string? code) => (status, code) switch
    {
        (_, "avatar_consent_required") => " (the person shown has to consent at HeyGen first)",
        (_, "quota_exceeded") => " (the account's quota is used up)",
        (401, _) => " (the key is missing or wrong)",
        (402, _) => " (the API wallet is empty; the web plan's credits do not count for keys)",
        (410, _) => " (this version of the API was removed)",
        _ => "",
    };

    private static string Request(VendorAnswer answer) => answer.Redact(answer.Header("X-Request-Id")) is { Length: > 0 } id ? $" [request {id}]" : "";

    private static string Tail(string words) => words.Length > 0 ? $": {words}" : "";
}
