namespace VideoGen.Sdk.Providers.OpenAICompatible;

/// <summary>What we refuse ourselves, before a byte leaves.</summary>
internal static class OpenAIFault
{
    public static ProviderCallException Of(ProviderFailureKind kind, string message) => Of(new ProviderFailure { Kind = kind, Message = message });

    public static ProviderCallException Of(ProviderFailure failure) => new(OpenAICompatibleProvider.Name, failure);
}
