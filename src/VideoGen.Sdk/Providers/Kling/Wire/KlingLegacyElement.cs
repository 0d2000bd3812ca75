namespace VideoGen.Sdk.Providers.Kling.Wire;

internal sealed record KlingLegacyElement(string ElementId);
