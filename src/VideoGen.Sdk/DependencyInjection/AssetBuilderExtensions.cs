using VideoGen.Sdk;
using VideoGen.Sdk.Assets;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Says where files are kept.</summary>
public static class AssetBuilderExtensions
{
    /// <summary>Keeps files in a folder, which is made when the first one is saved; wins over configuration.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="path">The folder; relative to the working folder.</param>
    /// <param name="isShared">Whether every machine on the job store sees it (a network share). Default false.</param>
    public static IVideoGenerationBuilder UseAssetFolder(this IVideoGenerationBuilder builder, string path, bool isShared = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        builder.Services.Configure<AssetOptions>(options =>
        {
            options.Path = path;
            options.IsShared = isShared;
        });
        return builder;
    }
}
