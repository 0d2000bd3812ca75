using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;

namespace VideoGen.Sdk.Tests.DependencyInjection;

/// <summary>A provider of the app's own takes part like every other one.</summary>
public sealed class AddProviderTests
{
    private static readonly VideoRequest Request = new() { Prompt = "a red kite", Duration = TimeSpan.FromSeconds(7) };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Configuration_gives_it_priority_and_price_and_it_has_a_model_called_like_itself()
    {
        await using var app = App(("priority", "5"), ("cost_per_video", "1.0"));
        var plan = await app.GetRequiredService<IVideoGenerator>().PlanAsync(Request, Stop);

        var choice = plan.Choice!;
        Assert.Equal(("myprovider", "myprovider", 1.0m, TimeSpan.FromSeconds(7)), (choice.Provider, choice.Model, choice.EstimateUsd, choice.Duration));
        Assert.Equal(5, app.GetRequiredService<ProviderRegistry>().Find("myprovider", "default")!.Options.Priority);
    }

    [Fact]
    public async Task Its_price_is_planned_and_held_and_what_the_vendor_states_is_booked()
    {
        await using var world = new TestWorld();
        var vendor = new ScriptedVendor(world.Clock);
        var process = world.StartProcess(configure: s => s.AddVideoGeneration(Settings(("cost_per_video", "1.0"))).AddProvider("myprovider", _ => Provider(vendor, "myprovider", world.Clock)));

        Assert.Equal(0.25m, (await process.GenerateAsync(Request)).CostUsd);
        Assert.Equal([(LedgerEntryKind.Reserved, 1.0m), (LedgerEntryKind.Charged, 0.25m)], (await world.EntriesAsync()).Select(e => (e.Kind, e.AmountUsd)));
    }

    [Fact]
    public async Task Switched_off_it_is_refused_by_name()
    {
        await using var app = App(("enabled", "false"));

        var refused = await Assert.ThrowsAsync<InvalidVideoRequestException>(() => app.GetRequiredService<IVideoGenerator>().PlanAsync(Request with { PreferredProviders = ["myprovider"] }, Stop));
        Assert.Contains("myprovider is switched off", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_cannot_be_and_a_second_of_the_same_name_are_refused()
    {
        var builder = new ServiceCollection().AddVideoGeneration();
        builder.AddProvider("mine", _ => Provider(new ScriptedVendor(TimeProvider.System), "mine"));

        Assert.Throws<ArgumentException>(() => builder.AddProvider("mine", _ => Provider(new ScriptedVendor(TimeProvider.System), "mine")));
        Assert.All(["", "My Provider", "a/b", "a:b"], name => Assert.Throws<ArgumentException>(() => builder.AddProvider(name, _ => Provider(new ScriptedVendor(TimeProvider.System), name))));
    }

    [Fact]
    public async Task A_provider_that_calls_itself_otherwise_is_a_fault_that_names_both()
    {
        var services = new ServiceCollection();
        services.AddVideoGeneration().AddProvider("myprovider", _ => Provider(new ScriptedVendor(TimeProvider.System), "other"));
        await using var app = services.BuildServiceProvider();

        var fault = Assert.Throws<InvalidConfigurationException>(app.GetRequiredService<ProviderRegistry>);
        Assert.Contains("'myprovider' describes itself as 'other/default'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_container_makes_it_with_its_services()
    {
        var services = new ServiceCollection();
        services.AddSingleton(new ScriptedVendor(TimeProvider.System)).AddSingleton(TimeProvider.System).AddSingleton(new ScriptedProviderOptions { Name = "made" });
        services.AddVideoGeneration().AddProvider<ScriptedVideoProvider>("made");
        await using var app = services.BuildServiceProvider();

        Assert.IsType<ScriptedVideoProvider>(app.GetVideoProvider("made"));
    }

    private static ServiceProvider App(params (string Key, string Value)[] settings) => new ServiceCollection()
        .AddVideoGeneration(Settings(settings))
        .AddProvider("myprovider", _ => Provider(new ScriptedVendor(TimeProvider.System), "myprovider"))
        .Services.BuildServiceProvider();

    private static IConfiguration Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => $"video_generation:providers:myprovider:{s.Key}", s => (string?)s.Value)).Build();

    private static ScriptedVideoProvider Provider(ScriptedVendor vendor, string name, TimeProvider? clock = null) =>
        new(new ScriptedProviderOptions { Name = name, EstimateUsd = null }, vendor, clock ?? TimeProvider.System);
}
