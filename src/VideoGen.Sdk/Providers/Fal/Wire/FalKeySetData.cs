namespace VideoGen.Sdk.Providers.Fal.Wire;

internal sealed record FalKeySetData(IReadOnlyList<FalKeyData>? Keys);

internal sealed record FalKeyData(string? Kty, string? Crv, string? X);
