using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Routing;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.DependencyInjection;

public sealed class AddVideoGenerationTests
{
    [Fact]
    public void Its_section_reaches_every_options_class()
    {
        using var app = Configured.App(("MaxAttempts", "5"), ("DefaultProvider", "kling"), ("Budget:DailyLimitUsd", "1.5"), ("Providers:kling:ApiKey", "k"), ("Providers:kling:Priority", "7"));

        Assert.Equal(5, Of<WorkflowOptions>(app).MaxAttempts);
        Assert.Equal("kling", Of<RoutingOptions>(app).DefaultProvider);
        Assert.Equal(1.5m, Of<BudgetOptions>(app).DailyLimitUsd);
        Assert.Equal(7, app.GetRequiredService<ProviderRegistry>().Find("kling", "default")!.Options.Priority);
    }

    [Fact]
    public void The_environment_reaches_them_by_double_underscores()
    {
        const string prefix = "VGSDKTEST_";
        Environment.SetEnvironmentVariable($"{prefix}VideoGeneration__Budget__MonthlyLimitUsd", "33");
        try
        {
            using var app = new ServiceCollection().AddVideoGeneration(new ConfigurationBuilder().AddEnvironmentVariables(prefix).Build()).Services.BuildServiceProvider();

            Assert.Equal(33m, Of<BudgetOptions>(app).MonthlyLimitUsd);
        }
        finally
        {
            Environment.SetEnvironmentVariable($"{prefix}VideoGeneration__Budget__MonthlyLimitUsd", null);
        }
    }

    [Fact]
    public void A_configuration_that_was_given_wins_over_the_one_that_a_host_has_of_its_own()
    {
        var own = new ConfigurationBuilder().AddInMemoryCollection([new("VideoGeneration:Budget:DailyLimitUsd", "1")]).Build();
        var given = new ConfigurationBuilder().AddInMemoryCollection([new("VideoGeneration:Budget:DailyLimitUsd", "2"), new("VideoGeneration:Budgets", "mistyped")]).Build();
        using var app = new ServiceCollection().AddSingleton<IConfiguration>(own).AddVideoGeneration(given).Services.BuildServiceProvider();

        Assert.Equal(2m, Of<BudgetOptions>(app).DailyLimitUsd);
        Assert.Same(own, app.GetRequiredService<IConfiguration>());
        Assert.Contains("Budgets", Assert.ThrowsAny<Exception>(() => app.GetRequiredService<IStartupValidator>().Validate()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_configuration_the_defaults_hold()
    {
        using var app = new ServiceCollection().AddVideoGeneration().Services.BuildServiceProvider();

        Assert.Equal(10m, Of<BudgetOptions>(app).DailyLimitUsd);
    }

    [Fact]
    public void Twice_adds_nothing_twice()
    {
        var services = new ServiceCollection();
        services.AddVideoGeneration();
        var once = Counts();
        services.AddVideoGeneration();

        Assert.Equal(once, Counts());

        (int, int, int) Counts() => (Of(typeof(IVideoGenerator)), Of(typeof(IProviderSource)), Of(typeof(IConfigureOptions<BudgetOptions>)));

        int Of(Type type) => services.Count(s => s.ServiceType == type);
    }

    private static T Of<T>(IServiceProvider app)
        where T : class => app.GetRequiredService<IOptions<T>>().Value;
}
