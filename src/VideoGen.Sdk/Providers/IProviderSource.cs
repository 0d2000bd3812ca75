namespace VideoGen.Sdk.Providers;

/// <summary>Accounts that are known only once configuration has been read, such as those listed under <c>VideoGeneration:Providers:kling:Accounts</c>.</summary>
public interface IProviderSource
{
    /// <summary>The accounts. One that the app has registered by a call of its own takes the place of one of the same id here.</summary>
    IReadOnlyList<ProviderRegistration> Registrations { get; }
}
