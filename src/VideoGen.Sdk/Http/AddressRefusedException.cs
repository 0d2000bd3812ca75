namespace VideoGen.Sdk.Http;

/// <summary>An address taken from an answer is not on the public internet, or not https. Nothing was sent to it.</summary>
internal sealed class AddressRefusedException()
    : HttpRequestException("An address taken from an answer is not a public https one. Only a test sandbox may set AllowLoopback.");
