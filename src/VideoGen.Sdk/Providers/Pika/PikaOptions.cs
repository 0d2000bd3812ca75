using VideoGen.Sdk.Http;

namespace VideoGen.Sdk.Providers.Pika;

/// <summary>One account at Pika's own API. Bound from <c>VideoGeneration:Providers:pika</c> or <c>…:pika:Accounts:{name}</c>; read anew for every call.</summary>
public sealed class PikaOptions
{
    /// <summary>API key, made at dev.pika.art/keys. The default account also takes it from <c>PIKA_API_KEY</c>. Who pays: the prepaid balance it belongs to.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Root of the API. Default <c>https://api.dev.pika.art</c>.</summary>
    public Uri BaseUrl { get; set; } = new("https://api.dev.pika.art");

    /// <summary>Lets API and links lie on this machine, in plain http. For the sandbox only. Default false.</summary>
    public bool AllowLoopback { get; set; }

    /// <inheritdoc cref="VendorEndpoint.TrustedDownloadOrigins"/>
    public IList<Uri> TrustedDownloadOrigins { get; } = [];

    /// <summary>
    /// How long after a submit whose answer was lost it may be sent again under its idempotency key. Ten minutes are sensible; null, the default, never does,
    /// because Pika's text says that the key returns the first job but not how long a key lives (2026-11). Read once, when the account is made.
    /// </summary>
    public TimeSpan? ReplayWindow { get; set; }

    /// <summary>How old prices read from the vendor may be before the catalogue of this package is used again. Default one day.</summary>
    public TimeSpan PriceMaxAge { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Reads the vendor's prices again, for free, while jobs are polled and the known ones are older than half of <see cref="PriceMaxAge"/>. Default false: they are read when the app asks.</summary>
    public bool RefreshPrices { get; set; }

    /// <summary>Longest time that one submit may take before its outcome counts as unknown. Default 120 s.</summary>
    public TimeSpan SubmitDeadline { get; set; } = TimeSpan.FromSeconds(120);

    /// <summary>Largest file that is downloaded, in bytes. Default 4 GiB.</summary>
    public long MaxDownloadBytes { get; set; } = 4L * 1024 * 1024 * 1024;

    internal VendorEndpoint ToEndpoint() => new()
    {
        BaseUrl = BaseUrl,
        AllowLoopback = AllowLoopback,
        TrustedDownloadOrigins = [.. TrustedDownloadOrigins],
        SubmitDeadline = SubmitDeadline,
        MaxDownloadBytes = MaxDownloadBytes,
    };
}
