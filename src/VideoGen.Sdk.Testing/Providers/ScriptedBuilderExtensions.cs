using VideoGen.Sdk;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Testing.Providers;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds scripted providers.</summary>
public static class ScriptedBuilderExtensions
{
    /// <summary>Adds a scripted provider and a model for it to the catalogue.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="provider">The provider.</param>
    /// <param name="account">What the app decides about the account; null keeps the defaults.</param>
    public static IVideoGenerationBuilder AddScripted(this IVideoGenerationBuilder builder, ScriptedVideoProvider provider, ProviderAccountOptions? account = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(provider);
        var options = account ?? new ProviderAccountOptions();
        builder.Services.AddSingleton(new ProviderRegistration(provider, () => options));
        builder.Services.PostConfigure<CatalogueOptions>(catalogue => catalogue.ModelsJson = ScriptedCatalogue.With(catalogue.ModelsJson, provider.Descriptor.Name));
        return builder;
    }
}
