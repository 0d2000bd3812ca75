using VideoGen.Sdk.AspNetCore.Tests.Webhooks.World;
using VideoGen.Sdk.Testing.Sandbox;
using Xunit;

namespace VideoGen.Sdk.AspNetCore.Tests.Webhooks;

/// <summary>The app's clock stands still in all of these: what ends a wait is the webhook, or the test that moves the clock.</summary>
public sealed class WaitingTests
{
    [Theory]
    [InlineData("kling")]
    [InlineData("fal")]
    [InlineData("openai")]
    public async Task A_waiting_job_ends_because_the_webhook_arrives(string vendor)
    {
        await using var app = await HookedApp.StartAsync();
        await app.RegisterEndpointAsync("openai");

        var result = await app.GenerateAsync(vendor);

        Assert.Equal(VideoState.Succeeded, (await app.JobAsync()).State);
        Assert.True(new FileInfo(result.Video.LocalPath!).Length > 0);
        Assert.Equal(2, app.StatusReads);
        Assert.All(app.Received.All, mail => Assert.Equal(200, mail.Status));
        Assert.Single(app.Calls.All, call => call.IsSubmit);
        Assert.Single(app.Sandbox.Charges);
    }

    [Fact]
    public async Task The_address_of_each_job_ends_in_its_client_reference()
    {
        await using var app = await HookedApp.StartAsync();

        await app.GenerateAsync("kling");

        var reference = (await app.JobAsync()).CurrentAttempt!.ClientReference;
        Assert.All(app.Received.All, mail => Assert.Equal($"/videogen/webhooks/kling/default/{reference}", mail.Path));
    }
}
