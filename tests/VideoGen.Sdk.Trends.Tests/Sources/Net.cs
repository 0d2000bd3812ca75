using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Trends.Sources;

namespace VideoGen.Sdk.Trends.Tests.Sources;

/// <summary>The HTTP clients as an app registers them, and a clock that stands still.</summary>
internal static class Net
{
    public static DateTimeOffset Begin { get; } = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    public static SourceTerms Loopback { get; } = new() { AllowLoopback = true, ObeysRobots = false };

    public static FakeTimeProvider Clock() => new(Begin);

    public static IHttpClientFactory Factory(TimeProvider? clock = null)
    {
        var services = new ServiceCollection();
        if (clock is not null)
        {
            services.AddSingleton(clock);
        }

        return services.AddVendorHttp("trends").BuildServiceProvider().GetRequiredService<IHttpClientFactory>();
    }

    public static FeedSource Feed(Uri address, TimeProvider clock, SourceTerms? terms = null) => new(Factory(clock), "feed", address, terms ?? Loopback, clock);
}
