using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.Providers.Fal;

/// <summary>Says every fault of <see cref="FalOptions"/>, each with its path and fix.</summary>
internal sealed class FalOptionsValidator : IValidateOptions<FalOptions>
{
    public ValidateOptionsResult Validate(string? name, FalOptions options)
    {
        var id = string.IsNullOrEmpty(name) ? AccountName.Id("fal", AccountName.Default) : name;
        string[] faults =
        [
            .. EndpointFaults.OfAddress(id, "BaseUrl", options.BaseUrl),
            .. EndpointFaults.OfAddress(id, "KeySetUrl", options.KeySetUrl),
            .. EndpointFaults.OfSubmitDeadline(id, options.SubmitDeadline),
            .. EndpointFaults.Range(id, "MaxDownloadBytes", options.MaxDownloadBytes > 0, options.MaxDownloadBytes, "above 0"),
            .. EndpointFaults.Range(id, "RequestTimeout", options.RequestTimeout is null || options.RequestTimeout > TimeSpan.Zero, options.RequestTimeout, "above 00:00:00, or leave it out"),
            .. EndpointFaults.Range(id, "OutputLifetime", options.OutputLifetime is null || options.OutputLifetime > TimeSpan.Zero, options.OutputLifetime, "above 00:00:00, or leave it out"),
            .. EndpointFaults.OfOrigins(id, "TrustedDownloadOrigins", options.TrustedDownloadOrigins),
        ];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
