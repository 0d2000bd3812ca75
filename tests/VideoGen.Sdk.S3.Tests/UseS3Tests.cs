using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Testing.Providers;

namespace VideoGen.Sdk.S3.Tests;

public sealed class UseS3Tests(S3Server server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_generated_video_lands_in_the_bucket_and_is_opened_by_its_id()
    {
        await using var app = App(new()
        {
            ["VideoGeneration:Assets:S3:ServiceUrl"] = await server.AddressAsync(),
            ["VideoGeneration:Assets:S3:Bucket"] = await server.BucketAsync(),
            ["VideoGeneration:Assets:S3:AccessKeyId"] = S3Server.Key,
            ["VideoGeneration:Assets:S3:SecretAccessKey"] = S3Server.Key,
        });
        var result = await app.GetRequiredService<IVideoGenerator>().GenerateAsync(new VideoRequest { Prompt = "a red fox", Duration = TimeSpan.FromSeconds(5) }, cancellationToken: Stop);
        await using var video = await app.GetRequiredService<IAssetStore>().OpenReadAsync(result.Video.Id, Stop);
        using var bytes = new MemoryStream();
        await video.CopyToAsync(bytes, Stop);

        Assert.Equal(ScriptedVideoProvider.Output.ToArray(), bytes.ToArray());
        Assert.Equal(("s3", ""), (result.Video.Location.Scheme, result.Video.Location.Query));
    }

    [Theory]
    [InlineData("", null, null, null, "", "Bucket")]
    [InlineData("UPPER", null, null, null, "", "Bucket")]
    [InlineData("videos", "nonsense-secret", null, null, "", "AccessKeyId and SecretAccessKey together")]
    [InlineData("videos", null, "id", null, "", "AccessKeyId and SecretAccessKey together")]
    [InlineData("videos", null, null, "nowhere", "", "ServiceUrl")]
    [InlineData("videos", null, null, null, "../up", "Prefix")]
    public void Every_fault_of_the_settings_is_told_with_its_path_and_no_secret(string bucket, string? secret, string? id, string? url, string prefix, string says)
    {
        using var app = App(new()
        {
            ["VideoGeneration:Assets:S3:Bucket"] = bucket,
            ["VideoGeneration:Assets:S3:SecretAccessKey"] = secret,
            ["VideoGeneration:Assets:S3:AccessKeyId"] = id,
            ["VideoGeneration:Assets:S3:ServiceUrl"] = url,
            ["VideoGeneration:Assets:S3:Prefix"] = prefix,
        });
        var refused = Assert.Throws<OptionsValidationException>(() => app.GetRequiredService<IAssetStore>());

        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.Contains("VideoGeneration:Assets:S3", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("nonsense-secret", refused.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider App(Dictionary<string, string?> settings)
    {
        var services = new ServiceCollection();
        var builder = services.AddVideoGeneration(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).UseS3();
        builder.AddScripted(new ScriptedVideoProvider(new ScriptedProviderOptions { IsPaid = false, EstimateUsd = 0m, PollFloor = TimeSpan.FromMilliseconds(1) }, new ScriptedVendor(TimeProvider.System), TimeProvider.System));
        return services.BuildServiceProvider();
    }
}
