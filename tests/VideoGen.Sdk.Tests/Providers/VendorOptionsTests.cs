using VideoGen.Sdk.Providers.Fal;
using VideoGen.Sdk.Providers.HeyGen;
using VideoGen.Sdk.Providers.Kling;
using VideoGen.Sdk.Providers.OpenAICompatible;
using VideoGen.Sdk.Providers.Pika;
using VideoGen.Sdk.Providers.Runway;
using VideoGen.Sdk.Tests.DependencyInjection;

namespace VideoGen.Sdk.Tests.Providers;

/// <summary>A wrong value of a vendor's options stops the start, with its path and the fix.</summary>
public sealed class VendorOptionsTests
{
    [Theory]
    [InlineData("kling:UnitPriceUsd", "-1")]
    [InlineData("kling:SubmitDeadline", "00:00:00")]
    [InlineData("kling:Accounts:eu:MaxDownloadBytes", "0")]
    [InlineData("pika:BaseUrl", "pika.art")]
    [InlineData("fal:KeySetUrl", "file:///keys.json")]
    [InlineData("runway:OnBehalfOf", "me\r\nX-Other: 1")]
    [InlineData("openai:Project", "p\n")]
    [InlineData("kling:TrustedDownloadOrigins:0", "http://minio.internal:9000/bucket")]
    [InlineData("pika:TrustedDownloadOrigins:0", "minio.internal")]
    [InlineData("fal:Accounts:eu:TrustedDownloadOrigins:0", "https://storage.internal/videos")]
    [InlineData("runway:TrustedDownloadOrigins:0", "file:///videos")]
    [InlineData("heygen:TrustedDownloadOrigins:0", "https://user:word@storage.internal")]
    [InlineData("openai:TrustedDownloadOrigins:0", "https://storage.internal/?a=b")]
    public async Task A_wrong_value_is_named_before_anything_is_sent(string key, string value)
    {
        var fault = Assert.Single(await Configured.FaultsAsync(($"Providers:{key}", value)));

        Assert.StartsWith($"VideoGeneration:Providers:{key}: ", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Trusted_origins_reach_the_downloads_of_every_vendor()
    {
        var storage = new Uri("http://minio.internal:9000");

        Assert.All(
            new[]
            {
                new KlingOptions { TrustedDownloadOrigins = { storage } }.ToEndpoint(), new PikaOptions { TrustedDownloadOrigins = { storage } }.ToEndpoint(),
                new FalOptions { TrustedDownloadOrigins = { storage } }.ToEndpoint(), new RunwayOptions { TrustedDownloadOrigins = { storage } }.ToEndpoint(),
                new HeyGenOptions { TrustedDownloadOrigins = { storage } }.ToEndpoint(), new OpenAICompatibleOptions { TrustedDownloadOrigins = { storage } }.ToEndpoint(),
            },
            endpoint => Assert.Equal([storage], endpoint.TrustedDownloadOrigins));
    }
}
