using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.Providers.Runway;

/// <summary>Says every fault of <see cref="RunwayOptions"/>, each with its path and fix.</summary>
internal sealed class RunwayOptionsValidator : IValidateOptions<RunwayOptions>
{
    public ValidateOptionsResult Validate(string? name, RunwayOptions options)
    {
        var id = string.IsNullOrEmpty(name) ? AccountName.Id("runway", AccountName.Default) : name;
        string[] faults =
        [
            .. EndpointFaults.OfAddress(id, "BaseUrl", options.BaseUrl),
            .. EndpointFaults.OfHeader(id, "ApiVersion", options.ApiVersion),
            .. EndpointFaults.OfHeader(id, "OnBehalfOf", options.OnBehalfOf),
            .. EndpointFaults.OfOrigins(id, "TrustedDownloadOrigins", options.TrustedDownloadOrigins),
        ];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
