using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk;

namespace QuickStart;

/// <summary>All that an app needs of the library.</summary>
internal static class Generation
{
    public static async Task<VideoResult> RunAsync(Arguments arguments, IProgress<VideoProgress> progress, CancellationToken cancellationToken)
    {
        var (prompt, output, key) = (arguments.Prompt, arguments.Output, arguments.Key);
        #region quickstart
        var services = new ServiceCollection();
        services.AddVideoGeneration(new ConfigurationBuilder().AddEnvironmentVariables().Build())
            .AddLocal()
            .UseSqlite(Path.Combine(output, "videogen.db"))
            .UseAssetFolder(Path.Combine(output, "videos"));
        #endregion
        services.AddLogging(logging => FileLog.AddTo(logging, Path.Combine(output, "logs", "quickstart.log")));
        #region quickstart
        await using var provider = services.BuildServiceProvider();
        var generator = provider.GetRequiredService<IVideoGenerator>();
        var request = new VideoRequest { Prompt = prompt, TargetPlatform = "instagram/reels", PreferredProviders = ["local"], IdempotencyKey = key };
        #endregion
        request = request with { Duration = arguments.Duration, OnlyPreferredProviders = true };
        #region quickstart
        var result = await generator.GenerateAsync(request, progress, cancellationToken);
        #endregion
        return result;
    }
}
