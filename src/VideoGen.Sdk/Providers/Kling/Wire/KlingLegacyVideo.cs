namespace VideoGen.Sdk.Providers.Kling.Wire;

internal sealed record KlingLegacyVideo(string VideoUrl, string ReferType, string? KeepOriginalSound);
