using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.Providers.Pika;

/// <summary>Says every fault of <see cref="PikaOptions"/>, each with its path and fix.</summary>
internal sealed class PikaOptionsValidator : IValidateOptions<PikaOptions>
{
    public ValidateOptionsResult Validate(string? name, PikaOptions options)
    {
        var id = string.IsNullOrEmpty(name) ? AccountName.Id("pika", AccountName.Default) : name;
        string[] faults =
        [
            .. EndpointFaults.OfAddress(id, "BaseUrl", options.BaseUrl),
            .. EndpointFaults.OfSubmitDeadline(id, options.SubmitDeadline),
            .. EndpointFaults.Range(id, "MaxDownloadBytes", options.MaxDownloadBytes > 0, options.MaxDownloadBytes, "above 0"),
            .. EndpointFaults.Range(id, "ReplayWindow", options.ReplayWindow is null || options.ReplayWindow > TimeSpan.Zero, options.ReplayWindow, "above 00:00:00, or leave it out"),
            .. EndpointFaults.Range(id, "PriceMaxAge", options.PriceMaxAge > TimeSpan.Zero, options.PriceMaxAge, "above 00:00:00"),
            .. EndpointFaults.OfOrigins(id, "TrustedDownloadOrigins", options.TrustedDownloadOrigins),
        ];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
