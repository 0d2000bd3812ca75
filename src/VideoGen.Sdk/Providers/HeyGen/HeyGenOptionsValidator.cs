using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.Providers.HeyGen;

/// <summary>Says every fault of <see cref="HeyGenOptions"/>, each with its path and fix.</summary>
internal sealed class HeyGenOptionsValidator : IValidateOptions<HeyGenOptions>
{
    // HeyGen keeps a key's first answer for a day.
    private static readonly TimeSpan LongestReplay = TimeSpan.FromHours(24);

    public ValidateOptionsResult Validate(string? name, HeyGenOptions options)
    {
        var id = string.IsNullOrEmpty(name) ? AccountName.Id("heygen", AccountName.Default) : name;
        string[] faults =
        [
            .. EndpointFaults.OfAddress(id, "BaseUrl", options.BaseUrl),
            .. EndpointFaults.OfSubmitDeadline(id, options.SubmitDeadline),
            .. EndpointFaults.Range(id, "MaxDownloadBytes", options.MaxDownloadBytes > 0, options.MaxDownloadBytes, "above 0"),
            .. EndpointFaults.Range(id, "WebhookTolerance", options.WebhookTolerance is null || options.WebhookTolerance > TimeSpan.Zero, options.WebhookTolerance, "above 0, or leave it out"),
            .. EndpointFaults.Range(id, "ReplayWindow", options.ReplayWindow is null || (options.ReplayWindow > TimeSpan.Zero && options.ReplayWindow < LongestReplay), options.ReplayWindow, "above 0 and under 24 h"),
            .. EndpointFaults.OfOrigins(id, "TrustedDownloadOrigins", options.TrustedDownloadOrigins),
        ];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
