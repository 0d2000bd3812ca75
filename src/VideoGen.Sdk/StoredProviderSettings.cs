namespace VideoGen.Sdk;

/// <summary>Vendor settings as a saved job holds them; the vendor's folder reads them back into its own record.</summary>
/// <param name="ProviderName">The provider that reads them.</param>
/// <param name="Json">The settings.</param>
public sealed record StoredProviderSettings(string ProviderName, string Json) : ProviderSettings
{
    /// <inheritdoc/>
    public override string Provider => ProviderName;

    /// <inheritdoc/>
    public override string ToJson() => Json;
}
