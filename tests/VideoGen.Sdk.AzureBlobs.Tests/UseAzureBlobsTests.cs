using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Testing.Providers;

namespace VideoGen.Sdk.AzureBlobs.Tests;

public sealed class UseAzureBlobsTests(Azurite azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_generated_video_lands_in_the_container_and_is_opened_by_its_id()
    {
        await using var app = App(new()
        {
            ["VideoGeneration:Assets:AzureBlobs:ConnectionString"] = await azurite.ConnectionStringAsync(),
            ["VideoGeneration:Assets:AzureBlobs:Container"] = Azurite.NewName(),
        });
        var result = await app.GetRequiredService<IVideoGenerator>().GenerateAsync(new VideoRequest { Prompt = "a red fox", Duration = TimeSpan.FromSeconds(5) }, cancellationToken: Stop);
        await using var video = await app.GetRequiredService<IAssetStore>().OpenReadAsync(result.Video.Id, Stop);
        using var bytes = new MemoryStream();
        await video.CopyToAsync(bytes, Stop);

        Assert.Equal(ScriptedVideoProvider.Output.ToArray(), bytes.ToArray());
        Assert.Equal(("http", ""), (result.Video.Location.Scheme, result.Video.Location.Query));
    }

    [Theory]
    [InlineData(null, null, "videos", "", "set ConnectionString or ServiceUri")]
    [InlineData("nonsense-secret", null, "videos", "", "ConnectionString: is not one")]
    [InlineData("UseDevelopmentStorage=true", "https://a.example", "videos", "", "not both")]
    [InlineData(null, "https://a.example", "videos", "", "needs a Credential")]
    [InlineData(null, "nowhere", "videos", "", "must be an absolute")]
    [InlineData("UseDevelopmentStorage=true", null, "Videos_1", "", "Container")]
    [InlineData("UseDevelopmentStorage=true", null, "videos", "../up", "Prefix")]
    [InlineData("UseDevelopmentStorage=true", null, "videos", "a/../b/", "Prefix")]
    public void Every_fault_of_the_settings_is_told_with_its_path_and_no_secret(string? connection, string? uri, string container, string prefix, string says)
    {
        using var app = App(new()
        {
            ["VideoGeneration:Assets:AzureBlobs:ConnectionString"] = connection,
            ["VideoGeneration:Assets:AzureBlobs:ServiceUri"] = uri,
            ["VideoGeneration:Assets:AzureBlobs:Container"] = container,
            ["VideoGeneration:Assets:AzureBlobs:Prefix"] = prefix,
        });
        var refused = Assert.Throws<OptionsValidationException>(() => app.GetRequiredService<IAssetStore>());

        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.Contains("VideoGeneration:Assets:AzureBlobs", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("nonsense-secret", refused.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider App(Dictionary<string, string?> settings)
    {
        var services = new ServiceCollection();
        var builder = services.AddVideoGeneration(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).UseAzureBlobs();
        builder.AddScripted(new ScriptedVideoProvider(new ScriptedProviderOptions { IsPaid = false, EstimateUsd = 0m, PollFloor = TimeSpan.FromMilliseconds(1) }, new ScriptedVendor(TimeProvider.System), TimeProvider.System));
        return services.BuildServiceProvider();
    }
}
