using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace VideoGen.Sdk.Tests.DependencyInjection;

/// <summary>An app with nothing but configuration.</summary>
internal static class Configured
{
    public static ServiceProvider App(params (string Key, string Value)[] settings) => App(_ => { }, settings);

    public static ServiceProvider App(Action<IVideoGenerationBuilder> configure, params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        var values = settings.ToDictionary(s => $"VideoGeneration:{s.Key}", s => (string?)s.Value);
        configure(services.AddVideoGeneration(new ConfigurationBuilder().AddInMemoryCollection(values).Build()));
        return services.BuildServiceProvider();
    }

    /// <summary>What the first call says is wrong; empty when it goes through.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(params (string Key, string Value)[] settings) => await FaultsAsync(_ => { }, settings);

    public static async Task<IReadOnlyList<string>> FaultsAsync(Action<IVideoGenerationBuilder> configure, params (string Key, string Value)[] settings)
    {
        await using var app = App(configure, settings);
        try
        {
            await app.GetRequiredService<IVideoGenerator>().PlanAsync(new VideoRequest { Prompt = "a red kite" }, TestContext.Current.CancellationToken);
            return [];
        }
        catch (InvalidConfigurationException e)
        {
            return e.Faults;
        }
    }
}
