using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
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
