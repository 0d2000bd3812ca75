namespace VideoGen.Sdk.Providers.Kling.Wire;

internal sealed record KlingLegacyShot(int Index, string Prompt, string Duration);

internal sealed record KlingLegacyVoice(string VoiceId);

internal sealed record KlingLegacyElement(string ElementId);

internal sealed record KlingLegacyImage(string ImageUrl, string? Type);

internal sealed record KlingLegacyVideo(string VideoUrl, string ReferType, string? KeepOriginalSound);
