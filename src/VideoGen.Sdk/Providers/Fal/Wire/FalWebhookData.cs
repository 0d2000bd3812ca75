namespace VideoGen.Sdk.Providers.Fal.Wire;

/// <summary>A callback, as far as it is read. <c>gateway_request_id</c> is left out: it names fal's last own try, <c>request_id</c> the one the queue knows.</summary>
internal sealed record FalWebhookData(string? RequestId, string? Status);
