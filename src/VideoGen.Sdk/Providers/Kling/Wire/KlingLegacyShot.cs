namespace VideoGen.Sdk.Providers.Kling.Wire;

internal sealed record KlingLegacyShot(int Index, string Prompt, string Duration);
