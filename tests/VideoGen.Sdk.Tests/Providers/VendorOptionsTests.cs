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
    public async Task A_wrong_value_is_named_before_anything_is_sent(string key, string value)
    {
        var fault = Assert.Single(await Configured.FaultsAsync(($"Providers:{key}", value)));

        Assert.StartsWith($"VideoGeneration:Providers:{key}: ", fault, StringComparison.Ordinal);
    }
}
