namespace VideoGen.Sdk.Http;

/// <summary>An address taken from an answer is not on the public internet, or not https. Nothing was sent to it.</summary>
internal sealed class AddressRefusedException()
    : HttpRequestException("An address taken from an answer is not a public https one. If the file lies on storage of your own, name its origin in TrustedDownloadOrigins; only a test sandbox may set AllowLoopback.");
