using System.Text.Json;
using VideoGen.Sdk.Platforms;
using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.DependencyInjection;

/// <summary>Reads the overriding catalogue files.</summary>
internal static class CatalogueFiles
{
    public static ModelCatalogue Models(CatalogueOptions options)
    {
        var catalogue = ModelCatalogue.Embedded;
        if (options.ModelsPath is { Length: > 0 } path)
        {
            catalogue = catalogue.With(ModelCatalogue.Parse(Read(path), path));
        }

        return options.ModelsJson is { Length: > 0 } json ? catalogue.With(ModelCatalogue.Parse(json, "VideoGeneration:Catalogue:ModelsJson")) : catalogue;
    }

    public static PlatformCatalogue Platforms(PlatformOptions options)
    {
        if (options.PlatformsPath is not { Length: > 0 } path)
        {
            return PlatformCatalogue.Embedded;
        }

        try
        {
            return PlatformCatalogue.Embedded.With(PlatformCatalogue.Parse(Read(path)));
        }
        catch (JsonException e)
        {
            throw new InvalidCatalogueException($"The platform catalogue {path} cannot be read{(e.LineNumber is { } line ? $" at {e.Path}, line {line + 1}" : $": {e.Message}")}; compare it with the embedded platforms.json.", e);
        }
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidCatalogueException($"The catalogue file '{path}' cannot be read: {e.Message} Mend VideoGeneration:Catalogue.", e);
        }
    }
}
