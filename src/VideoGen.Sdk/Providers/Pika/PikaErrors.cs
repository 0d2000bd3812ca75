using VideoGen.Sdk.Http;

namespace VideoGen.Sdk.Providers.Pika;

/// <summary>Turns Pika's codes into failures: of a job where there is one, else of the HTTP status. Pika charges for finished jobs only (vendor text as quoted by clients, 2026-10).</summary>
internal static class PikaErrors
{
    // The vendor says "later" and no more; longer than a slot is waited for, so that the next provider takes over.
    private static readonly TimeSpan Suspension = TimeSpan.FromMinutes(10);

    /// <summary>The one 5xx that the vendor gives before acceptance.</summary>
    public static bool IsRefusedByLoad(int status, PikaJob said) => status == 503 && said.Code == "provider_unavailable";

    public static ProviderFailure Of(VendorAnswer answer, PikaJob? said, params ReadOnlySpan<string?> hidden)
    {
        var kind = OfCode(said?.Code) ?? OfStatus(answer.Code);
        var code = answer.Word(said?.Code, hidden);
        return new ProviderFailure
        {
            Kind = kind,
            Charge = ChargeCertainty.None,
            RetryAfter = kind is ProviderFailureKind.RateLimited or ProviderFailureKind.Transient ? answer.RetryAfter ?? OwnWait(said?.Code) : null,
            ProviderCode = code ?? $"http-{answer.Code}",
            Message = $"Pika refused with {code ?? $"HTTP {answer.Code}"}{Advice(said?.Code, answer.Code)}{Tail(answer.Redact(said?.Words, hidden))}",
        };
    }

    /// <summary>Why a job ended without a video.</summary>
    public static ProviderFailure OfJob(VendorAnswer answer, PikaJob job, params ReadOnlySpan<string?> hidden) => new()
    {
        Kind = OfCode(job.Code) ?? ProviderFailureKind.Transient,
        Charge = ChargeCertainty.None,
        RetryAfter = OwnWait(job.Code),
        ProviderCode = answer.Word(job.Code, hidden),
        Message = $"Pika's job failed with {answer.Word(job.Code, hidden) ?? "no code"}{Advice(job.Code, 0)}{Tail(answer.Redact(job.Words, hidden))}",
    };

    /// <summary>The failure of an answer from which nobody can tell whether a paid job exists.</summary>
    public static ProviderFailure Unknown(VendorAnswer answer, PikaJob? said) => new()
    {
        Kind = ProviderFailureKind.UnknownOutcome,
        Charge = ChargeCertainty.Unknown,
        RetryAfter = answer.RetryAfter,
        ProviderCode = answer.Word(said?.Code) ?? $"http-{answer.Code}",
        Message = $"The answer (HTTP {answer.Code}{(said is null ? ", not of Pika's form" : "")}) does not say whether a paid job exists.",
    };

    public static ProviderCallException Call(ProviderFailure failure, Exception? cause = null) => new("pika", failure, cause);

    public static ProviderCallException Refuse(string message, Exception? cause = null) => Call(new ProviderFailure { Kind = ProviderFailureKind.InvalidRequest, Message = message }, cause);

    public static ProviderCallException NotSupported(string message) => Call(new ProviderFailure { Kind = ProviderFailureKind.NotSupported, Message = message });

    public static ProviderCallException Odd(string message) => Call(new ProviderFailure { Kind = ProviderFailureKind.Transient, Message = message });

    private static ProviderFailureKind? OfCode(string? code) => code switch
    {
        "invalid_input" => ProviderFailureKind.InvalidRequest,
        "rate_limited" or "admission_suspended" => ProviderFailureKind.RateLimited,
        "provider_unavailable" or "provider_error" or "internal" => ProviderFailureKind.Transient,
        "provider_timeout" or "timed_out" => ProviderFailureKind.Timeout,
        "content_moderation" => ProviderFailureKind.ContentRejected,
        "insufficient_balance" or "cycle_limit_exceeded" => ProviderFailureKind.OutOfCredit,
        "membership_required" => ProviderFailureKind.Authentication,
        _ => null,
    };

    private static ProviderFailureKind OfStatus(int status) => status switch
    {
        401 or 403 => ProviderFailureKind.Authentication,
        402 => ProviderFailureKind.OutOfCredit,
        404 => ProviderFailureKind.NotSupported,
        408 => ProviderFailureKind.Timeout,
        429 => ProviderFailureKind.RateLimited,
        >= 500 or < 400 => ProviderFailureKind.Transient,
        _ => ProviderFailureKind.InvalidRequest,
    };

    private static TimeSpan? OwnWait(string? code) => code == "admission_suspended" ? Suspension : null;

    private static string Advice(string? code, int status) => (code, status) switch
    {
        ("insufficient_balance", _) => " (the prepaid balance is used up)",
        ("cycle_limit_exceeded", _) => " (the account's limit for this period is reached)",
        ("membership_required", _) => " (the operation needs the paid membership)",
        ("admission_suspended", _) => " (the vendor has paused the operation)",
        (null, 401) => " (the key is wrong)",
        (null, 403) => " (the key is inactive)",
        (null, 404) => " (no such operation or job)",
        _ => "",
    };

    private static string Tail(string words) => words.Length > 0 ? $": {words}" : "";
}
