namespace VideoGen.Sdk.Providers.Kling.Wire;

internal sealed record KlingLegacyImage(string ImageUrl, string? Type);
