namespace VideoGen.Sdk.Providers.Pika.Wire;

internal sealed record PikaUploadAsk(string ContentType, long SizeBytes);
