using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VideoGen.Sdk.AspNetCore.Tests.Webhooks.World;
using Xunit;

namespace VideoGen.Sdk.AspNetCore.Tests.Webhooks;

public sealed class RouteCheckTests
{
    [Theory]
    [InlineData("https://app.example/videogen/webhooks", "/videogen/webhooks", null)]
    [InlineData("https://app.example/base/videogen/webhooks/", "/videogen/webhooks/", null)]
    [InlineData(null, null, null)]
    [InlineData("https://app.example/videogen/webhooks", null, 1521)]
    [InlineData(null, "/videogen/webhooks", 1522)]
    [InlineData("https://app.example/hooks", "/videogen/webhooks", 1523)]
    public async Task A_missing_half_of_the_set_up_is_said_after_the_start(string? publicUrl, string? pattern, int? warning)
    {
        var log = new LogBook();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Configuration["VideoGeneration:Webhooks:PublicUrl"] = publicUrl;
        builder.Services.AddVideoGeneration().AddWebhooks();
        await using var app = builder.Build();
        if (pattern is not null)
        {
            app.MapVideoWebhooks(pattern);
        }

        await app.StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal(warning is { } id ? [id] : [], log.Lines.Where(line => line.Id is >= 1500 and < 1600).Select(line => line.Id));
    }

    [Fact]
    public void Routes_without_the_services_are_refused_with_the_fix()
    {
        var app = WebApplication.CreateSlimBuilder().Build();

        var refusal = Assert.Throws<InvalidOperationException>(() => app.MapVideoWebhooks());

        Assert.Contains("AddVideoGeneration().AddWebhooks()", refusal.Message, StringComparison.Ordinal);
    }
}
