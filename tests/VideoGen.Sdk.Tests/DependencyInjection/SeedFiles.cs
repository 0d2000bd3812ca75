using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace VideoGen.Sdk.Tests.DependencyInjection;

/// <summary>The JSON files of the seed on disk.</summary>
internal sealed class SeedFiles : IDisposable
{
    private const string Videos = """
        {
          "video_generation": {
            "enabled": true,
            "default_provider": "kling",
            "fallback_providers": ["pika", "runway"],
            "budget": {
              "daily_limit_usd": 10.0,
              "monthly_limit_usd": 200.0
            },
            "providers": {
              "kling": { "enabled": true, "priority": 1 },
              "pika": { "enabled": true, "priority": 2 },
              "runway": { "enabled": true, "priority": 3 }
            }
          }
        }
        """;

    private const string Content = """
        {
          "content": {
            "video_ratio": 0.6,
            "video_generation": {
              "trending_topics": true,
              "use_avatar": true,
              "optimize_for_instagram": true
            }
          }
        }
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("videogen-seed-");

    public SeedFiles()
    {
        File.WriteAllText(At("video_config.json"), Videos);
        File.WriteAllText(At("config.json"), Content);
    }

    public string Folder => folder.FullName;

    public ServiceProvider App(params (string Key, string Value)[] more) => new ServiceCollection()
        .AddVideoGeneration(new ConfigurationBuilder()
            .AddJsonFile(At("video_config.json"))
            .AddJsonFile(At("config.json"))
            .AddInMemoryCollection(more.ToDictionary(m => m.Key, m => (string?)m.Value))
            .Build())
        .Services.BuildServiceProvider();

    public static ServiceProvider With(params (string Key, string Value)[] settings) => new ServiceCollection()
        .AddVideoGeneration(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(m => m.Key, m => (string?)m.Value)).Build())
        .Services.BuildServiceProvider();

    public async Task ChangeAsync(string from, string to)
    {
        var text = await File.ReadAllTextAsync(At("video_config.json"));
        Assert.Contains(from, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(At("video_config.json"), text.Replace(from, to, StringComparison.Ordinal));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string At(string name) => Path.Combine(folder.FullName, name);
}
