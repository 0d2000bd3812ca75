using Azure.Core;

namespace VideoGen.Sdk.AzureBlobs;

/// <summary>Which container keeps the files, and how it is reached. Bound from <c>VideoGeneration:Assets:AzureBlobs</c>.</summary>
public sealed class AzureBlobOptions
{
    /// <summary>A connection string of the storage account, a secret. Default none; then <see cref="ServiceUri"/> is needed.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The blob service's address, such as <c>https://account.blob.core.windows.net</c>, reached with <see cref="Credential"/>; a shared access signature in it is used and never shown. Default none.</summary>
    public Uri? ServiceUri { get; set; }

    /// <summary>Makes what proves who the app is at <see cref="ServiceUri"/>, such as a <c>DefaultAzureCredential</c> of Azure.Identity. Set in code; default none.</summary>
    public Func<TokenCredential>? Credential { get; set; }

    /// <summary>The container's name; made by the first save when it is missing. Default <c>videos</c>.</summary>
    public string Container { get; set; } = "videos";

    /// <summary>Put before every name, such as <c>app/</c>. Default empty.</summary>
    public string Prefix { get; set; } = "";
}
