namespace VideoGen.Sdk.Providers.Catalogue;

/// <summary>A vendor's part of the catalogue.</summary>
public sealed record CatalogueProvider
{
    /// <summary>Provider name.</summary>
    public required string Name { get; init; }

    /// <summary>Name for people.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Whether models that are not listed may be asked for by name (at an unknown price).</summary>
    public bool AllowsUnlistedModels { get; init; }

    /// <summary>Its models, the preferred first.</summary>
    public required IReadOnlyList<CatalogueModel> Models { get; init; }
}
