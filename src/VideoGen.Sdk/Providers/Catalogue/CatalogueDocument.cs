namespace VideoGen.Sdk.Providers.Catalogue;

/// <summary>The form of <c>catalogue.json</c> and of an overriding file.</summary>
internal sealed record CatalogueDocument
{
    public int Schema { get; init => field = value > 0 ? value : 1; } = 1;

    public IReadOnlyList<CatalogueProvider> Providers { get; init => field = value ?? []; } = [];
}
