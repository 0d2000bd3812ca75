namespace VideoGen.Sdk.Providers.Runway;

/// <summary>What we refuse ourselves, before a byte leaves.</summary>
internal static class RunwayFault
{
    public static ProviderCallException Of(ProviderFailureKind kind, string message) => Of(new ProviderFailure { Kind = kind, Message = message });

    public static ProviderCallException Of(ProviderFailure failure) => new(RunwayProvider.Name, failure);
}
