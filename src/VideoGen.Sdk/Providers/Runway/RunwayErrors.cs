using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.Runway.Wire;

namespace VideoGen.Sdk.Providers.Runway;

/// <summary>Turns answers that are no success into facts. Runway has no error codes: HTTP status and sentence decide.</summary>
internal static class RunwayErrors
{
    // A daily cap rolls over 24 hours; asking again sooner than this only burns requests.
    private static readonly TimeSpan DailyCapPause = TimeSpan.FromHours(1);

    /// <summary>What became of a create that was answered.</summary>
    public static SubmissionOutcome OfCreate(VendorAnswer answer)
    {
        if (answer.IsSuccess)
        {
            return answer.TryRead(RunwayJsonContext.Default.RunwayCreated, out var created) && !string.IsNullOrWhiteSpace(created.Id)
                ? new SubmissionOutcome.Accepted(created.Id) { EstimateUsd = created.EstimatedCost?.Usd }
                : Unknown(answer, "an answer without an id");
        }

        // 503 is load shedding before acceptance; other 5xx may come from behind it. A page that is not the vendor's says nothing.
        return Envelope(answer) is { } body && (answer.Code is 503 or (>= 400 and < 500 and not 408))
            ? new SubmissionOutcome.Rejected(Failure(answer, body))
            : Unknown(answer, $"HTTP {answer.Code}");
    }

    /// <summary>Why a free call failed.</summary>
    public static ProviderFailure OfFreeCall(VendorAnswer answer) => Failure(answer, Envelope(answer) ?? new RunwayErrorBody { Error = "not the vendor's own words" });

    private static SubmissionOutcome.Unknown Unknown(VendorAnswer answer, string seen) => new(new ProviderFailure
    {
        Kind = ProviderFailureKind.UnknownOutcome,
        Charge = ChargeCertainty.Unknown,
        ProviderCode = Code(answer),
        Message = $"Runway gave {seen} to a create, so a paid task may exist.",
    });

    private static RunwayErrorBody? Envelope(VendorAnswer answer) => !answer.TryRead(RunwayJsonContext.Default.RunwayErrorBody, out var body) ? null
        : body.Error is not null ? body
        : body.Message is { } words && answer.Header("apigw-requestid") is not null ? body with { Error = words }
        : null;

    private static ProviderFailure Failure(VendorAnswer answer, RunwayErrorBody body)
    {
        var kind = KindOf(answer.Code, body);
        var details = string.Join("; ", (body.Issues ?? []).Select(i => $"{i.Place}: {i.Message}"));
        return new ProviderFailure
        {
            Kind = kind,
            RetryAfter = answer.RetryAfter ?? (answer.Code == 429 && IsDailyCap(body.Error) ? DailyCapPause : null),
            ProviderCode = Code(answer),
            Message = answer.Redact($"{body.Error!.TrimEnd('.')}{(details.Length > 0 ? $" ({details})" : "")}.{Fix(kind, body.Error)}"),
        };
    }

    private static ProviderFailureKind KindOf(int status, RunwayErrorBody body) => status switch
    {
        400 when IsOutOfCredit(body.Error!) => ProviderFailureKind.OutOfCredit,
        400 when body.Issues?.Any(i => i.Place == "model") ?? false => ProviderFailureKind.Retired,
        400 => ProviderFailureKind.InvalidRequest,
        401 or 403 => ProviderFailureKind.Authentication,
        402 => ProviderFailureKind.OutOfCredit,
        404 or 410 => ProviderFailureKind.Retired,
        408 => ProviderFailureKind.Timeout,
        429 => ProviderFailureKind.RateLimited,
        >= 400 and < 500 => ProviderFailureKind.NotSupported,
        _ => ProviderFailureKind.Transient,
    };

    // "You do not have enough credits to run this task." comes as 400, like any wrong field.
    private static bool IsOutOfCredit(string error) => error.Contains("credits", StringComparison.OrdinalIgnoreCase)
        && (error.Contains("enough", StringComparison.OrdinalIgnoreCase) || error.Contains("insufficient", StringComparison.OrdinalIgnoreCase));

    private static bool IsDailyCap(string? error) => error?.Contains("daily", StringComparison.OrdinalIgnoreCase) ?? false;

    private static string Fix(ProviderFailureKind kind, string error) => kind switch
    {
        ProviderFailureKind.OutOfCredit => " Buy credits in Runway's developer portal.",
        ProviderFailureKind.Authentication => " Look at VideoGeneration:Providers:runway:ApiKey.",
        ProviderFailureKind.InvalidRequest when error.Contains("on-behalf-of", StringComparison.OrdinalIgnoreCase) => " Set VideoGeneration:Providers:runway:OnBehalfOf.",
        _ => "",
    };

    private static string Code(VendorAnswer answer) => $"http-{answer.Code}";
}
