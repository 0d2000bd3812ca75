using Amazon.Runtime;
using Amazon.S3;
using VideoGen.Sdk.Contracts.Assets;

[assembly: Xunit.AssemblyFixture(typeof(VideoGen.Sdk.S3.Tests.S3Server))]

namespace VideoGen.Sdk.S3.Tests;

/// <summary>One emulator for all tests, started by the first.</summary>
public sealed class S3Server : IAsyncDisposable
{
    // The emulator's own account, the same everywhere; no secret.
    public const string Key = "S3RVER";

    private readonly Lazy<Task<NodeServer>> server = new(() => NodeServer.StartAsync(
        Path.Combine("s3rver", "bin", "s3rver.js"), (port, folder) => ["-d", folder, "-a", "127.0.0.1", "-p", port, "--silent"]));

    public static string NewName() => $"t{Guid.NewGuid():N}";

    public async Task<string> AddressAsync() => $"http://127.0.0.1:{(await server.Value).Port}";

    public static AmazonS3Client ClientOf(string address, string id = Key, string secret = Key, int retries = 10) => new(new BasicAWSCredentials(id, secret), new AmazonS3Config
    {
        ServiceURL = address,
        ForcePathStyle = true,
        AuthenticationRegion = "us-east-1",
        // The emulator answers 500 to a write that meets another one of the same name; Amazon's lets one of them win.
        MaxErrorRetry = retries,
        RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
        ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
    });

    public async Task<string> BucketAsync()
    {
        using var client = ClientOf(await AddressAsync());
        var name = NewName();
        await client.PutBucketAsync(name);
        return name;
    }

    public async ValueTask DisposeAsync()
    {
        if (server is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await server.Value).DisposeAsync();
        }
    }
}
