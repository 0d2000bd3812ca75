using VideoGen.Sdk.Http;

namespace VideoGen.Sdk.Providers.Fal;

/// <summary>One account at fal. Bound from <c>VideoGeneration:Providers:fal</c> or <c>…:fal:Accounts:{name}</c>; read anew for every call.</summary>
public sealed class FalOptions
{
    /// <summary>API key. The default account also takes it from <c>FAL_KEY</c>. Who pays: the account it belongs to.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Root of the queue. Default <c>https://queue.fal.run</c>. The key goes to this host and to no other, whatever an answer says.</summary>
    public Uri BaseUrl { get; set; } = new("https://queue.fal.run");

    /// <summary>Where the keys are published that callbacks are signed with; read without the API key. Default <c>https://rest.fal.ai/.well-known/jwks.json</c>.</summary>
    public Uri KeySetUrl { get; set; } = new("https://rest.fal.ai/.well-known/jwks.json");

    /// <summary>The fal user whose callbacks count, as fal states it in <c>X-Fal-Webhook-User-Id</c>; those of others are refused. fal signs for all its customers with the same keys, so without it, the
    /// default, a callback still ends a wait, but recovers the remote id of a lost submit only after fal has shown that request to this account's key; that is said at start.</summary>
    public string? WebhookUserId { get; set; }

    /// <summary>Lets the queue, the key set and links lie on this machine, in plain http. For the sandbox only. Default false.</summary>
    public bool AllowLoopback { get; set; }

    /// <inheritdoc cref="VendorEndpoint.TrustedDownloadOrigins"/>
    public IList<Uri> TrustedDownloadOrigins { get; } = [];

    /// <summary>
    /// Longest time that a request may wait before it starts, above one second; fal then ends it and the next provider takes over. Null, the default, waits as long as the
    /// queue is: a full account shows as a long wait and never as a refusal.
    /// </summary>
    public TimeSpan? RequestTimeout { get; set; }

    /// <summary>Turns fal's own retries off. Default false: fal repeats a run that one of its machines lost, up to ten times, and charges none that ended in a 5xx.</summary>
    public bool DisableVendorRetries { get; set; }

    /// <summary>How long fal keeps the files of a result; null, the default, leaves it to fal, which promises no length. Files are open to anyone with the link.</summary>
    public TimeSpan? OutputLifetime { get; set; }

    /// <summary>How lengths are written unless a request says otherwise. Default: <see cref="FalDurationStyle.Number"/>.</summary>
    public FalDurationStyle DurationStyle { get; set; }

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

    // An endpoint of its own, so that trusting the host of the key set never means giving it the key.
    internal VendorEndpoint ToKeySetEndpoint() => new() { BaseUrl = new Uri(KeySetUrl.GetLeftPart(UriPartial.Authority)), AllowLoopback = AllowLoopback, MaxAnswerBytes = 256 * 1024 };
}
