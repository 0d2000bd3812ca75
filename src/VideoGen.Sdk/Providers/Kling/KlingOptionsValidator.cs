using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.Providers.Kling;

/// <summary>Says every fault of <see cref="KlingOptions"/>, each with its path and fix.</summary>
internal sealed class KlingOptionsValidator : IValidateOptions<KlingOptions>
{
    public ValidateOptionsResult Validate(string? name, KlingOptions options)
    {
        var id = string.IsNullOrEmpty(name) ? AccountName.Id("kling", AccountName.Default) : name;
        string[] faults =
        [
            .. EndpointFaults.OfAddress(id, "BaseUrl", options.BaseUrl),
            .. EndpointFaults.OfSubmitDeadline(id, options.SubmitDeadline),
            .. EndpointFaults.Range(id, "MaxDownloadBytes", options.MaxDownloadBytes > 0, options.MaxDownloadBytes, "above 0"),
            .. EndpointFaults.Range(id, "UnitPriceUsd", options.UnitPriceUsd > 0m, options.UnitPriceUsd, "above 0"),
            .. EndpointFaults.Range(id, "UsdPerCny", options.UsdPerCny is null or > 0m, options.UsdPerCny, "above 0, or leave it out"),
            .. EndpointFaults.OfOrigins(id, "TrustedDownloadOrigins", options.TrustedDownloadOrigins),
        ];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
