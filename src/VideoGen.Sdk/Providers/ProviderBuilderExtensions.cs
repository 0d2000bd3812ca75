using System.Diagnostics.CodeAnalysis;
using VideoGen.Sdk;
using VideoGen.Sdk.Providers;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds providers of an app's own, and hands out single ones for direct use.</summary>
public static class ProviderBuilderExtensions
{
    /// <summary>
    /// Adds a provider of your own. It takes part like every other one: <c>VideoGeneration:Providers:{name}</c> (or <c>video_generation.providers.{name}</c>) says whether it is
    /// enabled, its priority, its price per video, rates and tenants. Models that the catalogue lists under its name are its models; without any it has one, called like itself,
    /// that is handed every wish as it is made. A price that neither configuration nor the provider's estimate gives is unknown, and no budget then lets it through.
    /// </summary>
    /// <typeparam name="T">The provider; made once by the container, with services of the container in its constructor.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The name that its descriptor has: lower-case letters, digits and hyphens.</param>
    /// <exception cref="ArgumentException">The name is none, or a provider of that name was added before.</exception>
    public static IVideoGenerationBuilder AddProvider<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(this IVideoGenerationBuilder builder, string name)
        where T : class, IVideoProvider =>
        builder.AddProvider(name, services => ActivatorUtilities.CreateInstance<T>(services));

    /// <summary>The same with a provider that your code makes.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The name that its descriptor has.</param>
    /// <param name="create">Makes it, once.</param>
    /// <exception cref="ArgumentException">The name is none, or a provider of that name was added before.</exception>
    public static IVideoGenerationBuilder AddProvider(this IVideoGenerationBuilder builder, string name, Func<IServiceProvider, IVideoProvider> create)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(create);
        CustomProvider.AddTo(builder.Services, name, create);
        return builder;
    }

    /// <summary>
    /// One provider for direct use: your code submits, polls and downloads. No budget holds it back, no ledger books it and no failover follows; the account of the key pays.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="name">A provider (<c>kling</c>) or one account of it (<c>kling/eu</c>).</param>
    /// <exception cref="UnknownProviderException">No such provider is registered; the message names those that are.</exception>
    /// <exception cref="ProviderKeyMissingException">It has no API key; the message says where to put one.</exception>
    /// <exception cref="ProviderNotReadyException">It is switched off, retired or lacks something else; the message says what.</exception>
    public static IVideoProvider GetVideoProvider(this IServiceProvider services, string name)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return DirectProvider.Of(services, name);
    }
}
