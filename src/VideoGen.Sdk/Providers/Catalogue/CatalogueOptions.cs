namespace VideoGen.Sdk.Providers.Catalogue;

/// <summary>What is laid over the embedded model catalogue. Bound from <c>VideoGeneration:Catalogue</c>.</summary>
public sealed class CatalogueOptions
{
    /// <summary>A file in the form of the embedded <c>catalogue.json</c>: models of the same id are replaced, new ones come after. Default none.</summary>
    public string? ModelsPath { get; set; }

    /// <summary>The same as JSON text, for configuration sources without files. Laid over the file's. Default none.</summary>
    public string? ModelsJson { get; set; }
}
