using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.Kling.Wire;

namespace VideoGen.Sdk.Providers.Kling;

/// <summary>Turns Kling's codes into failures. The code decides, not the HTTP status: four of its six codes under 429 never heal by waiting (vendor page, 2026-09).</summary>
internal static class KlingErrors
{
    private static readonly string[] ModerationWords = ["risk", "content", "sensitive", "policy", "moderat", "safety", "violat", "prohibit", "inappropriate", "风险", "敏感", "违规", "审核"];

    /// <summary>Whether a create with this code may have made a task all the same: the vendor's text rules it out for 5001 only.</summary>
    public static bool IsOutcomeUnknown(int status, KlingEnvelope envelope) => envelope.Code switch
    {
        5001 => false,
        5000 or 5002 => true,
        // The id must be unique, so this may be the first try of it answering.
        1200 or 1201 when NamesOurId(envelope.Message) => true,
        _ => status is 408 or >= 500,
    };

    public static ProviderFailure Of(VendorAnswer answer, KlingEnvelope envelope, string? prompt = null)
    {
        var kind = KindOf(envelope.Code ?? 0, answer.Code);
        var words = answer.Redact(envelope.Message, prompt);
        return new ProviderFailure
        {
            Kind = kind,
            Charge = ChargeCertainty.None,
            RetryAfter = kind is ProviderFailureKind.RateLimited or ProviderFailureKind.Transient ? answer.RetryAfter ?? OwnWait(envelope.Code) : null,
            ProviderCode = $"{envelope.Code}",
            Message = $"Kling refused with code {envelope.Code}{Advice(envelope.Code)}{(words.Length > 0 ? $": {words}" : "")}",
        };
    }

    /// <summary>The failure of an answer that is not in Kling's own envelope.</summary>
    public static ProviderFailure Foreign(VendorAnswer answer, bool isCreate) => new()
    {
        Kind = isCreate ? ProviderFailureKind.UnknownOutcome : ProviderFailureKind.Transient,
        Charge = isCreate ? ChargeCertainty.Unknown : ChargeCertainty.None,
        RetryAfter = answer.RetryAfter,
        ProviderCode = $"http-{answer.Code}",
        Message = $"The answer (HTTP {answer.Code}) is not of Kling's form{(isCreate ? "; a paid task may exist" : "")}.",
    };

    /// <summary>Why a task ended without a video. Kling gives only free text here, no code.</summary>
    public static ProviderFailure OfTask(string words, decimal? chargeUsd) => new()
    {
        Kind = ModerationWords.Any(w => words.Contains(w, StringComparison.OrdinalIgnoreCase)) ? ProviderFailureKind.ContentRejected : ProviderFailureKind.Transient,
        Charge = chargeUsd switch { null => ChargeCertainty.Unknown, 0m => ChargeCertainty.None, _ => ChargeCertainty.Charged },
        Message = $"Kling's task failed{(words.Length > 0 ? $": {words}" : "")}",
    };

    public static ProviderCallException Refuse(string message, Exception? cause = null) =>
        new("kling", new ProviderFailure { Kind = ProviderFailureKind.InvalidRequest, Message = message }, cause);

    public static ProviderCallException NotSupported(string message) =>
        new("kling", new ProviderFailure { Kind = ProviderFailureKind.NotSupported, Message = message });

    private static ProviderFailureKind KindOf(int code, int status) => code switch
    {
        1000 or 1001 or 1002 or 1100 or 1103 or 1304 => ProviderFailureKind.Authentication,
        1003 or 1004 => ProviderFailureKind.Transient,
        1101 or 1102 => ProviderFailureKind.OutOfCredit,
        1200 or 1201 => ProviderFailureKind.InvalidRequest,
        1202 => ProviderFailureKind.NotSupported,
        1203 => ProviderFailureKind.Retired,
        1300 or 1301 => ProviderFailureKind.ContentRejected,
        1302 or 1303 => ProviderFailureKind.RateLimited,
        5000 or 5001 or 5002 => ProviderFailureKind.Transient,
        _ => status switch
        {
            400 => ProviderFailureKind.InvalidRequest,
            401 or 403 => ProviderFailureKind.Authentication,
            429 => ProviderFailureKind.RateLimited,
            >= 500 => ProviderFailureKind.Transient,
            _ => ProviderFailureKind.NotSupported,
        },
    };

    // Kling documents no Retry-After.
    private static TimeSpan? OwnWait(int? code) => code switch
    {
        1302 => TimeSpan.FromSeconds(1),
        1303 => TimeSpan.FromSeconds(30),
        5001 => TimeSpan.FromMinutes(1),
        _ => null,
    };

    // Every bad key gets the same AK/SK text from Kling (seen 2026-09), so its words alone mislead.
    private static string Advice(int? code) => code switch
    {
        1000 or 1001 or 1002 => " (the key is wrong, of another region, or an access key on the new standard)",
        1003 => " (the signed token is not valid yet: look at this machine's clock)",
        1100 => " (the account is in an abnormal state)",
        1101 or 1102 => " (the account has no units or balance left for this kind of product)",
        1103 => " (the account has no right to this API or model)",
        1303 => " (more tasks at once than the largest active pack allows)",
        1304 => " (this machine's address is not on the key's whitelist)",
        _ => "",
    };

    private static bool NamesOurId(string? message) => message is not null
        && (message.Contains("external_task_id", StringComparison.OrdinalIgnoreCase) || message.Contains("external task id", StringComparison.OrdinalIgnoreCase)
            || message.Contains("external_id", StringComparison.OrdinalIgnoreCase));
}
