namespace VideoGen.Sdk.Providers.HeyGen.Wire;

internal sealed record HeyGenUploadAsk(string Filename, string ContentType, long SizeBytes);
