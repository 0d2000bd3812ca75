using Microsoft.Extensions.Logging;

namespace VideoGen.Sdk.Testing;

/// <summary>How a <see cref="VideoSandbox"/> behaves. Every member has a default that suits a test.</summary>
public sealed class VideoSandboxOptions
{
    /// <summary>The secret webhooks are signed with unless another is chosen.</summary>
    public const string DefaultWebhookSecret = "whsec_c2FuZGJveC1zZWNyZXQtMzItYnl0ZXMtbG9uZyEhISE=";

    /// <summary>Where to listen: plain HTTP on a loopback address. Port 0, the default, takes a free one.</summary>
    public string Url { get; init; } = "http://127.0.0.1:0";

    /// <summary>How long a task takes from its submit to its end; one second by default. A fifth of it is spent in the queue.</summary>
    public TimeSpan RenderTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What webhooks are signed with: <c>whsec_</c> and Base64. The endpoint secret of HeyGen and OpenAI too, until it is rotated.</summary>
    public string WebhookSecret { get; init; } = DefaultWebhookSecret;

    /// <summary>The keys vendors know. Empty, the default, accepts any key that is not empty.</summary>
    public ISet<string> ApiKeys { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Kling access keys with their secret keys. Empty, the default, accepts any JWT whose times are in order, whoever signed it.</summary>
    public IDictionary<string, string> KlingAccessKeys { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How long links to files live; one hour by default.</summary>
    public TimeSpan LinkLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Running places by vendor prefix: per model at Kling and Runway, per account elsewhere. Beyond them Runway throttles and fal queues, while Kling
    /// and HeyGen refuse. By default 5 at Runway and 40 at fal; a vendor that is not named has no limit, so that load tests are not refused.
    /// </summary>
    public IDictionary<string, int> Concurrency { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal) { ["runway"] = 5, ["fal"] = 40 };

    /// <summary>HeyGen avatar, voice and template ids accepted beside those its lists offer.</summary>
    public ISet<string> HeyGenIds { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The clock all tasks, links and webhooks run on.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where warnings go, such as a webhook for another machine that is never sent. Nowhere by default. Stays the caller's to dispose.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }
}
