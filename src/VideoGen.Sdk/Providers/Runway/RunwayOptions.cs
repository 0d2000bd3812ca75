using VideoGen.Sdk.Http;

namespace VideoGen.Sdk.Providers.Runway;

/// <summary>One account at Runway. Bound from <c>VideoGeneration:Providers:runway</c> or <c>…:runway:Accounts:{name}</c>; read before every call.</summary>
public sealed class RunwayOptions
{
    /// <summary>The organization's secret. The default account also takes it from <c>RUNWAY_API_KEY</c> or <c>RUNWAYML_API_SECRET</c>. Runway charges its credits.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Root of the API. Default <c>https://api.dev.runwayml.com</c>, which serves production too.</summary>
    public Uri BaseUrl { get; set; } = new("https://api.dev.runwayml.com");

    /// <summary>Date sent as <c>X-Runway-Version</c>. Default 2024-11-06, the only one known on 2026-11-22.</summary>
    public string ApiVersion { get; set; } = "2024-11-06";

    /// <summary>Opaque id of the end customer, sent as <c>X-Runway-On-Behalf-Of</c>; reseller accounts are refused without it. Default none.</summary>
    public string? OnBehalfOf { get; set; }

    /// <summary>Lets the API and its links lie on this machine, as a test sandbox does. Default false.</summary>
    public bool AllowLoopback { get; set; }

    /// <inheritdoc cref="VendorEndpoint.TrustedDownloadOrigins"/>
    public IList<Uri> TrustedDownloadOrigins { get; } = [];

    /// <summary>What is missing, with the fix; null when there is a key.</summary>
    internal string? MissingKey => string.IsNullOrWhiteSpace(ApiKey)
        ? "No API key found for provider 'runway'. Set VideoGeneration:Providers:runway:ApiKey, RUNWAY_API_KEY or RUNWAYML_API_SECRET."
        : null;

    internal VendorEndpoint ToEndpoint() => new() { BaseUrl = BaseUrl, AllowLoopback = AllowLoopback, TrustedDownloadOrigins = [.. TrustedDownloadOrigins] };
}
