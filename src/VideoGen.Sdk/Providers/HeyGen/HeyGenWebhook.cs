namespace VideoGen.Sdk.Providers.HeyGen;

/// <summary>A webhook endpoint that is registered with an account.</summary>
public sealed record HeyGenWebhook
{
    /// <summary>HeyGen's id of it.</summary>
    public required string EndpointId { get; init; }

    /// <summary>Where HeyGen delivers to; null where the answer does not say.</summary>
    public string? Url { get; init; }

    /// <summary>The signing secret, for <see cref="HeyGenOptions.WebhookSecrets"/>. HeyGen shows it when the endpoint is made and when the secret is rotated, and never again: null otherwise.</summary>
    public string? Secret { get; init; }

    /// <summary>The form without the secret, so that a log never holds it.</summary>
    public override string ToString() => $"HeyGenWebhook {EndpointId}";
}
