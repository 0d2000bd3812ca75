using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using VideoGen.Sdk;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Media;
using VideoGen.Sdk.Media.Running;
using VideoGen.Sdk.Providers;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds work on media files, and the provider that renders on this machine.</summary>
public static class MediaBuilderExtensions
{
    private const string LocalSection = "VideoGeneration:Providers:" + LocalProvider.Name;

    /// <summary>
    /// Finished videos are measured, fitted to their platform when they do not fit already, and get a still; <see cref="VideoStills"/> and <see cref="VideoComposer"/> are there for the app. Free; needs ffmpeg on the machine. Options come
    /// from <c>VideoGeneration:Media</c> where there is configuration, then from <paramref name="configure"/>, and are validated at start.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Changes the options after configuration.</param>
    public static IVideoGenerationBuilder AddMedia(this IVideoGenerationBuilder builder, Action<MediaOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (services.All(s => s.ServiceType != typeof(IToolRunner)))
        {
            services.AddOptions<MediaOptions>()
                .Configure<IServiceProvider>((options, provider) => Read<MediaOptions>(Options.Options.DefaultName, () => ConfigurationOf(provider)?.GetSection(MediaOptionsValidator.Section).Bind(options)))
                .ValidateOnStart();
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MediaOptions>, MediaOptionsValidator>());
            services.TryAddSingleton(TimeProvider.System);
            services.AddSingleton<IToolRunner>(p => new ToolRunner(p.GetRequiredService<IOptions<MediaOptions>>().Value, p.GetRequiredService<TimeProvider>()));
            services.TryAddSingleton(p => new VideoStills(p.GetRequiredService<IOptions<MediaOptions>>().Value, p.GetRequiredService<IToolRunner>()));
            services.TryAddSingleton(p => new VideoComposer(p.GetRequiredService<IOptions<MediaOptions>>().Value, p.GetRequiredService<IToolRunner>()));
            services.Replace(ServiceDescriptor.Singleton<IMediaProcessor>(p =>
                new FfmpegMediaProcessor(p.GetRequiredService<IOptions<MediaOptions>>().Value, p.GetRequiredService<IToolRunner>())));
        }

        if (configure is not null)
        {
            services.Configure(configure);
        }

        return builder;
    }

    /// <summary>
    /// Adds the provider <c>local</c>, which renders the prompt on this machine: no key, no charge. Calls <see cref="AddMedia"/>. It is used when named, or
    /// when no other provider is enabled; it never stands in for a paid one.
    /// </summary>
    /// <param name="builder">The builder.</param>
    public static IVideoGenerationBuilder AddLocal(this IVideoGenerationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddMedia();
        var services = builder.Services;
        if (services.Any(s => s.ServiceType == typeof(LocalProvider)))
        {
            return builder;
        }

        services.AddSingleton(p => new LocalProvider(p.GetRequiredService<IOptions<MediaOptions>>().Value, p.GetRequiredService<IToolRunner>()));
        services.AddOptions<ProviderAccountOptions>(LocalProvider.Name)
            .Configure<IServiceProvider>((options, provider) => Read<ProviderAccountOptions>(LocalProvider.Name, () => ConfigurationOf(provider)?.GetSection(LocalSection).Bind(options)));
        services.AddSingleton<IOptionsChangeTokenSource<ProviderAccountOptions>>(p => new ConfigurationChangeTokenSource<ProviderAccountOptions>(
            LocalProvider.Name, (IConfiguration?)ConfigurationOf(p)?.GetSection(LocalSection) ?? new ConfigurationBuilder().Build()));
        services.AddSingleton(p =>
        {
            var monitor = p.GetRequiredService<IOptionsMonitor<ProviderAccountOptions>>();
            return new ProviderRegistration(p.GetRequiredService<LocalProvider>(), () => monitor.Get(LocalProvider.Name)) { IsExplicit = true };
        });
        return builder;
    }

    // The core keeps one under this key in which both spellings of the sections are read.
    private static IConfiguration? ConfigurationOf(IServiceProvider services) => services.GetKeyedService<IConfiguration>("VideoGeneration") ?? services.GetService<IConfiguration>();

    // A value of the wrong kind is a fault among the others: the binder's own exception would hide them.
    private static void Read<T>(string name, Action bind)
    {
        try
        {
            bind();
        }
        catch (InvalidOperationException e)
        {
            throw new OptionsValidationException(name, typeof(T), [$"{e.Message} Write a value of that kind, or leave the key out."]);
        }
    }
}
