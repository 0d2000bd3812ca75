using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.Runway.Wire;

namespace VideoGen.Sdk.Providers.Runway;

/// <summary>Reads why a task failed. The set of codes is open, so they are matched by their beginning; what it cost is never read from the code while the vendor states it.</summary>
internal static class RunwayTaskFailure
{
    public static ProviderFailure Of(RunwayTaskAnswer task, VendorAnswer answer, string? prompt)
    {
        var code = task.FailureCode ?? "";
        var (kind, words) = Judge(code);
        return new ProviderFailure
        {
            Kind = kind,
            Charge = ChargeOf(task.Cost?.Usd, code),
            ProviderCode = answer.Word(task.FailureCode, prompt),
            Message = answer.Redact(task.Failure is { Length: > 0 } said ? $"{words}: {said}" : $"{words}.", prompt),
        };
    }

    public static ChargeCertainty ChargeOf(decimal? chargedUsd, string code = "") => chargedUsd switch
    {
        > 0m => ChargeCertainty.Charged,
        0m => ChargeCertainty.None,
        _ => IsModeration(code) ? ChargeCertainty.Charged : ChargeCertainty.Unknown,
    };

    private static (ProviderFailureKind Kind, string Words) Judge(string code) => code switch
    {
        _ when IsModeration(code) => (ProviderFailureKind.ContentRejected, Begins(code, "SAFETY.OUTPUT") ? "the result was moderated" : "the request was moderated"),
        _ when Begins(code, "ASSET.INVALID") => (ProviderFailureKind.InvalidRequest, "an input has a size, length or codec that the model does not take"),
        _ when Begins(code, "THIRD_PARTY.INPUT_VALIDATION") => (ProviderFailureKind.NotSupported, "the hosted model refused the input"),
        _ when Begins(code, "THIRD_PARTY.UNAVAILABLE") => (ProviderFailureKind.Transient, "the hosted model is down"),
        _ when Begins(code, "INTERNAL.BAD_OUTPUT") => (ProviderFailureKind.Transient, "the result did not pass the quality check"),
        _ => (ProviderFailureKind.Transient, "Runway failed"),
    };

    // SAFETY.*, INPUT_PREPROCESSING.SAFETY.* and whatever comes: Runway bills moderated tasks and suspends accounts over them.
    private static bool IsModeration(string code) => code.Contains("SAFETY", StringComparison.OrdinalIgnoreCase);

    private static bool Begins(string code, string prefix) => code.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
}
