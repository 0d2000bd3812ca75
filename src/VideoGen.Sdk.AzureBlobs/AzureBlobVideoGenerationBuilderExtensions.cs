using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using VideoGen.Sdk;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.AzureBlobs;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps files in Azure Blob Storage.</summary>
public static class AzureBlobVideoGenerationBuilderExtensions
{
    /// <summary>
    /// Keeps inputs, downloads, finished videos and thumbnails in a container of Azure Blob Storage, in place of a folder; every machine sees them. Options come from
    /// <c>VideoGeneration:Assets:AzureBlobs</c> where there is configuration, then from <paramref name="configure"/>, and are validated at start.
    /// </summary>
    /// <remarks>The service is reached by the first call; a fault of it throws <see cref="AssetStoreException"/>, and a paid video waits at its vendor meanwhile. The account's owner pays for storage and traffic.</remarks>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Changes the options after configuration.</param>
    public static IVideoGenerationBuilder UseAzureBlobs(this IVideoGenerationBuilder builder, Action<AzureBlobOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = builder.Services.AddOptions<AzureBlobOptions>()
            .Configure<IServiceProvider>((o, services) => Read(ConfigurationOf(services)?.GetSection(AzureBlobOptionsValidator.Section), o))
            .ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AzureBlobOptions>, AzureBlobOptionsValidator>());
        builder.Services.Replace(ServiceDescriptor.Singleton<IAssetStore>(services =>
        {
            var settings = services.GetRequiredService<IOptions<AzureBlobOptions>>().Value;
            return new AzureBlobAssetStore(ServiceOf(settings).GetBlobContainerClient(settings.Container), settings.Prefix);
        }));
        return builder;
    }

    private static IConfiguration? ConfigurationOf(IServiceProvider services) => services.GetKeyedService<IConfiguration>("VideoGeneration") ?? services.GetService<IConfiguration>();

    private static void Read(IConfigurationSection? section, AzureBlobOptions options)
    {
        options.ConnectionString = section?["ConnectionString"] ?? options.ConnectionString;
        options.ServiceUri = section?["ServiceUri"] is { Length: > 0 } uri ? new Uri(uri, UriKind.RelativeOrAbsolute) : options.ServiceUri;
        options.Container = section?["Container"] ?? options.Container;
        options.Prefix = section?["Prefix"] ?? options.Prefix;
    }

    private static BlobServiceClient ServiceOf(AzureBlobOptions options) =>
        options.ServiceUri is not { } uri ? new BlobServiceClient(options.ConnectionString)
        : options.Credential is { } credential ? new BlobServiceClient(uri, credential())
        : new BlobServiceClient(uri);
}
