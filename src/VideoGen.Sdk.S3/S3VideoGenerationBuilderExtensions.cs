using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using VideoGen.Sdk;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.S3;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps files in S3.</summary>
public static class S3VideoGenerationBuilderExtensions
{
    /// <summary>
    /// Keeps inputs, downloads, finished videos and thumbnails in a bucket, in place of a folder; every machine sees them. Options come from
    /// <c>VideoGeneration:Assets:S3</c> where there is configuration, then from <paramref name="configure"/>, and are validated at start.
    /// </summary>
    /// <remarks>The service is reached by the first call; a fault of it throws <see cref="AssetStoreException"/>, and a paid video waits at its vendor meanwhile. The bucket's owner pays for storage and traffic.</remarks>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Changes the options after configuration.</param>
    public static IVideoGenerationBuilder UseS3(this IVideoGenerationBuilder builder, Action<S3Options>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = builder.Services.AddOptions<S3Options>()
            .Configure<IServiceProvider>((o, services) => Read(ConfigurationOf(services)?.GetSection(S3OptionsValidator.Section), o))
            .ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<S3Options>, S3OptionsValidator>());
        builder.Services.Replace(ServiceDescriptor.Singleton<IAssetStore>(services =>
        {
            var settings = services.GetRequiredService<IOptions<S3Options>>().Value;
            return new S3AssetStore(ClientOf(settings), settings.Bucket, settings.Prefix);
        }));
        return builder;
    }

    private static IConfiguration? ConfigurationOf(IServiceProvider services) => services.GetKeyedService<IConfiguration>("VideoGeneration") ?? services.GetService<IConfiguration>();

    private static void Read(IConfigurationSection? section, S3Options options)
    {
        options.Bucket = section?["Bucket"] ?? options.Bucket;
        options.Region = section?["Region"] ?? options.Region;
        options.ServiceUrl = section?["ServiceUrl"] is { Length: > 0 } url ? new Uri(url, UriKind.RelativeOrAbsolute) : options.ServiceUrl;
        options.AccessKeyId = section?["AccessKeyId"] ?? options.AccessKeyId;
        options.SecretAccessKey = section?["SecretAccessKey"] ?? options.SecretAccessKey;
        options.Prefix = section?["Prefix"] ?? options.Prefix;
    }

    private static AmazonS3Client ClientOf(S3Options options)
    {
        // Other servers do not all know the checksums that Amazon's has taken since 2025.
        var settings = new AmazonS3Config
        {
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (options.ServiceUrl is { } url)
        {
            (settings.ServiceURL, settings.ForcePathStyle, settings.AuthenticationRegion) = (url.AbsoluteUri, true, options.Region ?? "us-east-1");
        }
        else if (options.Region is { Length: > 0 } region)
        {
            settings.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        return options.AccessKeyId is { Length: > 0 } id ? new AmazonS3Client(new BasicAWSCredentials(id, options.SecretAccessKey), settings) : new AmazonS3Client(settings);
    }
}
