using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Providers.Kling;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.SampleTests.Snippets;

/// <summary>Blocks of the core package's manual, so that they compile; <see cref="ReadmeTests"/> holds both against each other.</summary>
internal static class CoreReadme
{
    public static IConfiguration Files()
    {
        #region files
        var configuration = new ConfigurationBuilder().AddJsonFile("config/video_config.json").AddJsonFile("config/config.json").AddDotEnvFile().AddEnvironmentVariables().Build();
        #endregion
        return configuration;
    }

    public static async Task<string> DirectUseAsync()
    {
        #region direct
        var provider = KlingProvider.Create("your-key");
        var job = await provider.SubmitAsync(new VideoRequest { Prompt = "Morning routines", Style = "trendy", Duration = TimeSpan.FromSeconds(15), AspectRatio = AspectRatio.Portrait });
        var status = await provider.WaitAsync(job);
        var path = await provider.DownloadAsync(job, status, "video.mp4");
        #endregion
        return path;
    }

    public static async Task AnalyticsAsync(VideoAnalytics analytics, VideoResult result)
    {
        #region analytics
        var summary = await analytics.GetCostSummaryAsync(days: 30);
        Console.WriteLine($"Total spent: ${summary.TotalCostUsd:F2}, videos: {summary.TotalVideos}, average: ${summary.AvgCostPerVideoUsd:F2}");
        var metrics = await analytics.GetPerformanceMetricsAsync(days: 30);
        Console.WriteLine($"Success rate: {metrics.SuccessRate:F1}%, engagement: {metrics.AvgEngagement:P2}, wasted: ${metrics.Waste.TotalUsd:F2}");
        await analytics.RecordEngagementAsync(result.JobId, "instagram/reels", new EngagementCounts { Views = 12_000, Likes = 640, Shares = 45 });
        var roi = await analytics.GetRoiAnalysisAsync(days: 30);
        Console.WriteLine($"Cost: ${roi.TotalCostUsd:F2}, value: ${roi.EstimatedValueUsd:F2}, ROI: {roi.RoiPercentage:F1}%");
        foreach (var alert in VideoAnalytics.CheckBudgetAlerts(dailyLimitUsd: 10.0m, monthlyLimitUsd: 200.0m, currentDailyUsd: 7.5m, currentMonthlyUsd: 150.0m))
        {
            Console.WriteLine($"{alert.Type}: {alert.Message}");
        }
        #endregion
    }

    public static void OwnProvider<MyProvider>(IVideoGenerationBuilder builder)
        where MyProvider : class, Sdk.Providers.IVideoProvider
    {
        #region own
        builder.AddProvider<MyProvider>("myprovider");
        #endregion
    }

    public static void Alerts<MyAlertSink>(IServiceCollection services)
        where MyAlertSink : class, Sdk.Budgets.IBudgetAlertSink
    {
        #region alerts
        services.AddVideoGeneration().AddBudgetAlertSink<MyAlertSink>();
        #endregion
    }
}
