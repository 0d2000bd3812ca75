using System.Globalization;
using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.OpenAICompatible.Wire;

namespace VideoGen.Sdk.Providers.OpenAICompatible;

/// <summary>Turns answers that are no success into facts.</summary>
internal static class OpenAIErrors
{
    // "Too many running tasks": a place comes free when a video ends, which takes minutes.
    private static readonly TimeSpan BusyPause = TimeSpan.FromMinutes(1);

    /// <summary>What became of a create that was answered.</summary>
    public static SubmissionOutcome OfCreate(VendorAnswer answer)
    {
        if (answer.IsSuccess)
        {
            return answer.TryRead(OpenAIJsonContext.Default.OpenAIVideo, out var video) && !string.IsNullOrWhiteSpace(video.Id)
                ? new SubmissionOutcome.Accepted(video.Id)
                : Unknown(answer, "an answer without an id");
        }

        return answer.Code is >= 400 and < 500 and not 408 && Told(answer) is { } error
            ? new SubmissionOutcome.Rejected(Failure(answer, error))
            : Unknown(answer, $"HTTP {answer.Code}");
    }

    /// <summary>Why a free call failed.</summary>
    public static ProviderFailure OfFreeCall(VendorAnswer answer) => Failure(answer, Told(answer) ?? new OpenAIError { Message = "not the API's own words" });

    /// <summary>Why a video failed. Nobody ever wrote whether such videos are charged, so that stays open.</summary>
    public static ProviderFailure OfVideo(OpenAIError? error, VendorAnswer answer, string? prompt) => new()
    {
        Kind = IsModeration(error) ? ProviderFailureKind.ContentRejected : IsOutOfCredit(error) ? ProviderFailureKind.OutOfCredit : ProviderFailureKind.Transient,
        Charge = ChargeCertainty.Unknown,
        ProviderCode = answer.Word(error?.Code, prompt),
        Message = answer.Redact(error?.Message is { Length: > 0 } said ? $"The video failed: {said}" : "The video failed without a reason.", prompt),
    };

    private static OpenAIError? Told(VendorAnswer answer) => answer.TryRead(OpenAIJsonContext.Default.OpenAIErrorBody, out var body) ? body.Told : null;

    private static SubmissionOutcome.Unknown Unknown(VendorAnswer answer, string seen) => new(new ProviderFailure
    {
        Kind = ProviderFailureKind.UnknownOutcome,
        Charge = ChargeCertainty.Unknown,
        ProviderCode = $"http-{answer.Code}",
        Message = $"The gateway gave {seen} to a create, so a paid video may exist.",
    });

    private static ProviderFailure Failure(VendorAnswer answer, OpenAIError error) => new()
    {
        Kind = KindOf(answer.Code, error),
        RetryAfter = answer.RetryAfter ?? Milliseconds(answer.Header("retry-after-ms")) ?? (IsBusy(answer.Code, error) ? BusyPause : null),
        ProviderCode = answer.Word(error.Code) ?? answer.Word(error.Type) ?? $"http-{answer.Code}",
        Message = answer.Redact(error.Message is { Length: > 0 } said ? said : $"HTTP {answer.Code}"),
    };

    // 403, 404, 410 and an unknown model are how surfaces that were switched off answer (since 2026-09-24 the expected class at OpenAI, and Azure's for retired models).
    private static ProviderFailureKind KindOf(int status, OpenAIError error) => status switch
    {
        >= 400 and < 500 when IsModeration(error) => ProviderFailureKind.ContentRejected,
        402 or 429 when status == 402 || IsOutOfCredit(error) => ProviderFailureKind.OutOfCredit,
        429 => ProviderFailureKind.RateLimited,
        401 => ProviderFailureKind.Authentication,
        403 or 404 or 410 => ProviderFailureKind.Retired,
        400 or 422 when IsUnknownModel(error) => ProviderFailureKind.Retired,
        400 or 413 or 415 or 422 => ProviderFailureKind.InvalidRequest,
        405 => ProviderFailureKind.NotSupported,
        408 => ProviderFailureKind.Timeout,
        409 => ProviderFailureKind.Transient,
        >= 400 and < 500 => ProviderFailureKind.NotSupported,
        _ => ProviderFailureKind.Transient,
    };

    private static bool IsModeration(OpenAIError? error) => error?.Code is "moderation_blocked" or "content_policy_violation"
        || (error?.Message?.Contains("moderation system", StringComparison.OrdinalIgnoreCase) ?? false);

    private static bool IsOutOfCredit(OpenAIError? error) => error?.Type == "insufficient_quota" || error?.Code is "insufficient_quota" or "credit_balance_exhausted" or "billing_hard_limit_reached";

    private static bool IsUnknownModel(OpenAIError error) => error.Code == "model_not_found"
        || (error.Message is { } words && words.Contains("model", StringComparison.OrdinalIgnoreCase)
            && (words.Contains("not found", StringComparison.OrdinalIgnoreCase) || words.Contains("does not exist", StringComparison.OrdinalIgnoreCase)));

    private static bool IsBusy(int status, OpenAIError error) => status == 429 && (error.Message?.Contains("running tasks", StringComparison.OrdinalIgnoreCase) ?? false);

    private static TimeSpan? Milliseconds(string? header) =>
        double.TryParse(header, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= TimeSpan.MaxValue.TotalMilliseconds / 2 ? TimeSpan.FromMilliseconds(value) : null;
}
