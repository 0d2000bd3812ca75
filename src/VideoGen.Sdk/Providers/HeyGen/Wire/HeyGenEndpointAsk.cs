namespace VideoGen.Sdk.Providers.HeyGen.Wire;

internal sealed record HeyGenEndpointAsk(string Url, IReadOnlyList<string>? Events);
