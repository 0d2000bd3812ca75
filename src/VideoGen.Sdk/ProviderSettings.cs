namespace VideoGen.Sdk;

/// <summary>Settings that only one vendor knows, typed by that vendor's own record. Stored with the job as provider name and JSON.</summary>
public abstract record ProviderSettings
{
    /// <summary>Name of the provider that reads them, such as <c>kling</c>. Other providers ignore them.</summary>
    public abstract string Provider { get; }

    /// <summary>The settings as JSON, written by the vendor's own source-generated context.</summary>
    public abstract string ToJson();
}
