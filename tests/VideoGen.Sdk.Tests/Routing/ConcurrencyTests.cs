using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Routing;

namespace VideoGen.Sdk.Tests.Routing;

/// <summary>How many jobs a vendor is given at once.</summary>
public sealed class ConcurrencyTests
{
    [Theory]
    [InlineData(null, 5)]
    [InlineData(20, 20)]
    public async Task Kling_is_given_no_more_than_its_smallest_pack_takes_unless_the_account_says_otherwise(int? stated, int places)
    {
        var services = new ServiceCollection();
        services.AddVideoGeneration().AddKling(o => o.ApiKey = "any");
        services.Configure<ProviderAccountOptions>("kling/default", o => o.MaxConcurrent = stated);
        await using var app = services.BuildServiceProvider();
        var kling = app.GetRequiredService<ProviderRegistry>().Find("kling", "default")!;

        var limits = app.GetRequiredService<LimitSet>().For(kling, new VideoRequest { Prompt = "a lighthouse" });

        Assert.Equal(places, Assert.Single(limits, limit => limit.Window is LimitWindow.WhileOpen && limit.Unit == LimitUnit.Submissions).Amount);
    }
}
