using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Moq;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Media.Tests.Fixtures;
using VideoGen.Sdk.Providers;
using Xunit;

namespace VideoGen.Sdk.Media.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public void AddMedia_takes_the_place_of_the_null_object_whichever_came_first()
    {
        var nothing = Mock.Of<IMediaProcessor>();
        var after = new ServiceCollection();
        after.TryAddSingleton(nothing);
        Builder(after).AddMedia();
        var before = new ServiceCollection();
        Builder(before).AddMedia();
        before.TryAddSingleton(nothing);

        Assert.IsType<FfmpegMediaProcessor>(Assert.Single(after.BuildServiceProvider().GetServices<IMediaProcessor>()));
        Assert.IsType<FfmpegMediaProcessor>(Assert.Single(before.BuildServiceProvider().GetServices<IMediaProcessor>()));
    }

    [Fact]
    public void Options_come_from_configuration_and_then_from_code()
    {
        var services = Configured(("VideoGeneration:Media:Preset", "fast"), ("VideoGeneration:Media:Fit", "Crop"), ("VideoGeneration:Media:TimeLimit", "00:02:00"));

        Builder(services).AddMedia(o => o.Preset = "medium");

        var options = services.BuildServiceProvider().GetRequiredService<IOptions<MediaOptions>>().Value;
        Assert.Equal(("medium", FrameFit.Crop, TimeSpan.FromMinutes(2)), (options.Preset, options.Fit, options.TimeLimit));
    }

    [Fact]
    public void All_faults_are_reported_at_once_each_with_its_path_and_the_fix()
    {
        var services = Configured(("VideoGeneration:Media:Preset", "warp"), ("VideoGeneration:Media:MaxProcesses", "0"), ("VideoGeneration:Media:FfmpegFolder", "no/such/folder"));
        Builder(services).AddMedia();

        var failures = Assert.Throws<OptionsValidationException>(() => services.BuildServiceProvider().GetRequiredService<IMediaProcessor>()).Failures.ToList();

        Assert.Equal(3, failures.Count);
        Assert.Contains(failures, f => f.StartsWith("VideoGeneration:Media:Preset is 'warp'; write one of ultrafast", StringComparison.Ordinal));
        Assert.Contains("VideoGeneration:Media:MaxProcesses is 0; write 1 to 256.", failures);
        Assert.Contains("VideoGeneration:Media:FfmpegFolder is 'no/such/folder', which is no folder; make it or leave the setting out.", failures);
    }

    [Fact]
    public void Faulty_options_are_refused_without_a_container_too() =>
        Assert.Throws<OptionsValidationException>(() => LocalProvider.Create(new MediaOptions { Preset = "; rm" }));

    [Fact]
    public void AddLocal_registers_the_provider_once_and_says_that_the_app_asked_for_it()
    {
        var services = Configured(("VideoGeneration:Providers:local:Priority", "7"));
        Builder(services).AddLocal().AddLocal().AddMedia();
        var provider = services.BuildServiceProvider();

        var registration = Assert.Single(provider.GetServices<ProviderRegistration>());

        Assert.True(registration.IsExplicit);
        Assert.IsType<LocalProvider>(registration.Provider);
        Assert.Equal(7, registration.Options.Priority);
        Assert.Same(provider.GetRequiredService<LocalProvider>(), new ProviderRegistry([registration]).Get("local"));
        Assert.IsType<FfmpegMediaProcessor>(provider.GetRequiredService<IMediaProcessor>());
    }

    [Fact]
    public void The_provider_can_be_switched_off_without_a_restart()
    {
        var services = Configured(("VideoGeneration:Providers:local:Enabled", "true"));
        Builder(services).AddLocal();
        var provider = services.BuildServiceProvider();
        var registration = provider.GetRequiredService<ProviderRegistration>();
        Assert.True(registration.Options.Enabled);

        var configuration = (IConfigurationRoot)provider.GetRequiredService<IConfiguration>();
        configuration["VideoGeneration:Providers:local:Enabled"] = "false";
        configuration.Reload();

        Assert.False(registration.Options.Enabled);
    }

    [Fact]
    public void Without_configuration_the_defaults_hold()
    {
        var services = new ServiceCollection();
        Builder(services).AddLocal();

        var provider = services.BuildServiceProvider();

        Assert.True(provider.GetRequiredService<ProviderRegistration>().Options.Enabled);
        Assert.Equal(FrameFit.BlurredBackground, provider.GetRequiredService<IOptions<MediaOptions>>().Value.Fit);
    }

    [Fact]
    public void A_processor_without_its_programs_says_what_is_missing_before_it_is_used()
    {
        using var bare = new Scratch();

        Assert.Contains("ffmpeg was not found", FfmpegMediaProcessor.Create(new MediaOptions { FfmpegFolder = bare.Folder }).Obstacle, StringComparison.Ordinal);
        Assert.Null(FfmpegMediaProcessor.Create().Obstacle);
    }

    private static ServiceCollection Configured(params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build());
        return services;
    }

    private static IVideoGenerationBuilder Builder(IServiceCollection services) => Mock.Of<IVideoGenerationBuilder>(b => b.Services == services);
}
