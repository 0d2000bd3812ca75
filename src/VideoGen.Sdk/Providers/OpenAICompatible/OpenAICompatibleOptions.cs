using VideoGen.Sdk.Http;

namespace VideoGen.Sdk.Providers.OpenAICompatible;

/// <summary>One account at a gateway that speaks OpenAI's videos API. Bound from <c>VideoGeneration:Providers:openai</c> or <c>…:openai:Accounts:{name}</c>; read before every call.</summary>
public sealed class OpenAICompatibleOptions
{
    // OpenAI switched its own API and all Sora models off on this day (announced 2026-03-24).
    private static readonly DateOnly EndOfOfficial = new(2026, 9, 24);

    /// <summary>The gateway's key. The default account also takes it from <c>OPENAI_API_KEY</c>. Its owner pays the gateway.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Root of the gateway, with or without <c>/v1</c> at its end. Mandatory: OpenAI's own API ended on 2026-09-24 and is refused.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>Sent as <c>OpenAI-Organization</c>. Default none.</summary>
    public string? Organization { get; set; }

    /// <summary>Sent as <c>OpenAI-Project</c>. Default none.</summary>
    public string? Project { get; set; }

    /// <summary>Signing secrets of the webhook endpoint; several while one is rotated. Without any, deliveries count as unsigned.</summary>
    public IList<string> WebhookSecrets { get; } = [];

    /// <summary>Lets the gateway and its links lie on this machine, as a test sandbox does. Default false.</summary>
    public bool AllowLoopback { get; set; }

    /// <inheritdoc cref="VendorEndpoint.TrustedDownloadOrigins"/>
    public IList<Uri> TrustedDownloadOrigins { get; } = [];

    /// <summary>Lets the gateway be plain http on any host, such as one in a private network; the key then travels in the clear. Default false.</summary>
    public bool AllowPlainHttp { get; set; }

    internal Lifecycle Lifecycle => IsOfficial
        ? new Lifecycle { EndsOn = EndOfOfficial, Note = "OpenAI switched its videos API and all Sora models off and named no successor; set BaseUrl to a gateway that speaks this API" }
        : Lifecycle.Available;

    /// <summary>Why nothing can be sent at all, with the fix; null when calls may go out.</summary>
    internal ProviderFailure? Obstacle => this switch
    {
        { IsOfficial: true } => Fail(ProviderFailureKind.Retired, $"OpenAI's own videos API has been retired since {EndOfOfficial:yyyy-MM-dd}. Set VideoGeneration:Providers:openai:BaseUrl to a gateway that speaks it."),
        { BaseUrl: null } => Fail(ProviderFailureKind.NotSupported, $"Provider 'openai' has no base URL, and OpenAI's own API has been retired since {EndOfOfficial:yyyy-MM-dd}. Set VideoGeneration:Providers:openai:BaseUrl to a gateway."),
        { BaseUrl.IsAbsoluteUri: false } => Fail(ProviderFailureKind.NotSupported, "VideoGeneration:Providers:openai:BaseUrl is not an absolute address."),
        _ when string.IsNullOrWhiteSpace(ApiKey) => Fail(ProviderFailureKind.Authentication, "No API key found for provider 'openai'. Set VideoGeneration:Providers:openai:ApiKey or OPENAI_API_KEY."),
        _ => null,
    };

    private bool IsOfficial => BaseUrl is { IsAbsoluteUri: true, IdnHost: var host } && $".{host.TrimEnd('.')}".EndsWith(".openai.com", StringComparison.OrdinalIgnoreCase);

    internal VendorEndpoint ToEndpoint() => new()
    {
        // Without a base URL nothing is ever sent; this name cannot resolve (RFC 2606).
        BaseUrl = BaseUrl ?? new Uri("https://unset.invalid"),
        AllowLoopback = AllowLoopback,
        TrustedDownloadOrigins = [.. TrustedDownloadOrigins],
        AllowPlainHttp = AllowPlainHttp,
    };

    private static ProviderFailure Fail(ProviderFailureKind kind, string message) => new() { Kind = kind, Message = message };
}
