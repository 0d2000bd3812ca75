using VideoGen.Sdk.Http;

namespace VideoGen.Sdk.Providers.HeyGen;

/// <summary>One account at HeyGen. Bound from <c>VideoGeneration:Providers:heygen</c> or <c>…:heygen:Accounts:{name}</c>; read anew for every call unless said otherwise.</summary>
public sealed class HeyGenOptions
{
    /// <summary>API key. The default account also takes it from <c>HEYGEN_API_KEY</c>. Who pays: the prepaid API wallet, or the Enterprise credits, that it belongs to.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Root of the API. Default <c>https://api.heygen.com</c>.</summary>
    public Uri BaseUrl { get; set; } = new("https://api.heygen.com");

    /// <summary>Lets API and links lie on this machine, in plain http. For the sandbox only. Default false.</summary>
    public bool AllowLoopback { get; set; }

    /// <inheritdoc cref="VendorEndpoint.TrustedDownloadOrigins"/>
    public IList<Uri> TrustedDownloadOrigins { get; } = [];

    /// <summary>Signing secrets of the registered webhook endpoints, whole as HeyGen shows them (<c>whsec_…</c>). Empty: callbacks are hints only.</summary>
    public IList<string> WebhookSecrets { get; } = [];

    /// <summary>
    /// How far the time stated beside a delivery may be off. Default 5 min; null takes any. HeyGen's signature does not cover that time (2026-11),
    /// so this stops no replay by itself: repeated deliveries are told by their event id.
    /// </summary>
    public TimeSpan? WebhookTolerance { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Also reads the signature of the old API's header <c>Signature</c>. Default false.</summary>
    public bool AcceptLegacySignature { get; set; }

    /// <summary>
    /// How long after a submit whose answer was lost it may be sent again under its idempotency key, which HeyGen states for clips and templates to live for
    /// 24 hours. Default 20 h; null never does. Read once, when the account is made.
    /// </summary>
    public TimeSpan? ReplayWindow { get; set; } = TimeSpan.FromHours(20);

    /// <summary>
    /// Sends the idempotency key with presenter videos too and replays them under it. Default false: HeyGen's own text does not state it for this endpoint (2026-11).
    /// </summary>
    public bool UsePresenterKeys { get; set; }

    /// <summary>
    /// Looks for lost presenter and template videos by their title, which then carries our client reference after your own title. Default false, because titles
    /// are seen by the account's users. Read once, when the account is made.
    /// </summary>
    public bool FindByTitle { get; set; }

    /// <summary>
    /// Counts a job that failed as free. Default true; HeyGen states it for Enterprise accounts and it is assumed for others (2026-11). False leaves the money of
    /// every failed job held until a person decides. What was moderated or stopped stays held either way.
    /// </summary>
    public bool FailedJobsAreFree { get; set; } = true;

    /// <summary>Longest time that one submit may take before its outcome counts as unknown. Default 120 s: HeyGen answers presenter videos after up to half a minute.</summary>
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
