namespace VideoGen.Sdk.Providers.Pika.Wire;

internal sealed record PikaLinkData(string? Url);
