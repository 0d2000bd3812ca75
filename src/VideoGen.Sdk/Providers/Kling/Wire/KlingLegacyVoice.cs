namespace VideoGen.Sdk.Providers.Kling.Wire;

internal sealed record KlingLegacyVoice(string VoiceId);
