namespace VideoGen.Sdk.Providers.Kling.Wire;

internal sealed record KlingWatermark(bool Enabled);
