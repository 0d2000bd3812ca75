using VideoGen.Sdk.Http;

namespace VideoGen.Sdk.Providers.Kling;

/// <summary>One account at Kling. Bound from <c>VideoGeneration:Providers:kling</c> or <c>…:kling:Accounts:{name}</c>; read anew for every call.</summary>
public sealed class KlingOptions
{
    /// <summary>API key, made in the console since 2026-06-17. The default account also takes it from <c>KLING_API_KEY</c>. Who pays: the account it belongs to.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Access key of the older scheme; with <see cref="SecretKey"/>, on the legacy standard only. The default account also takes it from <c>KLING_ACCESS_KEY</c>.</summary>
    public string? AccessKey { get; set; }

    /// <summary>Secret key of the older scheme. The default account also takes it from <c>KLING_SECRET_KEY</c>.</summary>
    public string? SecretKey { get; set; }

    /// <summary>Which API generation to speak. Default: <see cref="KlingStandard.New"/>.</summary>
    public KlingStandard Standard { get; set; }

    /// <summary>Where the account lives. Default: <see cref="KlingRegion.International"/>.</summary>
    public KlingRegion Region { get; set; }

    /// <summary>Root of the API in place of the region's; null takes the region's.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>Lets API and links lie on this machine, in plain http. For the sandbox only. Default false.</summary>
    public bool AllowLoopback { get; set; }

    /// <inheritdoc cref="VendorEndpoint.TrustedDownloadOrigins"/>
    public IList<Uri> TrustedDownloadOrigins { get; } = [];

    /// <summary>USD for one video unit. Default 0.14, the vendor's list price of September 2026; large packs go down to 0.126.</summary>
    public decimal UnitPriceUsd { get; set; } = 0.14m;

    /// <summary>USD for one CNY, for accounts billed in CNY; null leaves such charges unknown, and the estimate is booked in their place.</summary>
    public decimal? UsdPerCny { get; set; }

    /// <summary>Secrets of the console's callback signature (<c>whsec_…</c>); the old one stays valid for seven days after a rotation. Empty: callbacks are hints only.</summary>
    public IList<string> WebhookSecrets { get; } = [];

    /// <summary>Longest time that one submit may take before its outcome counts as unknown. Default 120 s.</summary>
    public TimeSpan SubmitDeadline { get; set; } = TimeSpan.FromSeconds(120);

    /// <summary>Largest file that is downloaded, in bytes. Default 4 GiB.</summary>
    public long MaxDownloadBytes { get; set; } = 4L * 1024 * 1024 * 1024;

    internal VendorEndpoint ToEndpoint() => new()
    {
        BaseUrl = BaseUrl ?? new Uri(Region == KlingRegion.China ? "https://api-beijing.klingai.com" : "https://api-singapore.klingai.com"),
        AllowLoopback = AllowLoopback,
        TrustedDownloadOrigins = [.. TrustedDownloadOrigins],
        SubmitDeadline = SubmitDeadline,
        MaxDownloadBytes = MaxDownloadBytes,
    };
}
