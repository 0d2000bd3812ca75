namespace VideoGen.Sdk.Providers.Pika.Wire;

internal sealed record PikaUploadData(string? UploadUrl, string? Url, IReadOnlyDictionary<string, string>? Headers);
