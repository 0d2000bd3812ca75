using Azure.Storage.Blobs;
using VideoGen.Sdk.Contracts.Assets;

[assembly: Xunit.AssemblyFixture(typeof(VideoGen.Sdk.AzureBlobs.Tests.Azurite))]

namespace VideoGen.Sdk.AzureBlobs.Tests;

/// <summary>One emulator for all tests, started by the first.</summary>
public sealed class Azurite : IAsyncDisposable
{
    // The emulator's own account, the same everywhere; no secret.
    public const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly Lazy<Task<NodeServer>> server = new(() => NodeServer.StartAsync(
        Path.Combine("azurite", "dist", "src", "blob", "main.js"),
        (port, folder) => ["--blobHost", "127.0.0.1", "--blobPort", port, "--location", folder, "--silent", "--skipApiVersionCheck", "--disableTelemetry"]));

    public static string NewName() => $"t{Guid.NewGuid():N}";

    public async Task<string> ConnectionStringAsync() =>
        $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Key};BlobEndpoint=http://127.0.0.1:{(await server.Value).Port}/devstoreaccount1";

    public async Task<BlobContainerClient> ContainerAsync() => new BlobServiceClient(await ConnectionStringAsync()).GetBlobContainerClient(NewName());

    public async ValueTask DisposeAsync()
    {
        if (server is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await server.Value).DisposeAsync();
        }
    }
}
