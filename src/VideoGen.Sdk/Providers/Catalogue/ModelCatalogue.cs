using System.Text.Json;

namespace VideoGen.Sdk.Providers.Catalogue;

/// <summary>Models, limits, prices and sunset dates as data. Immutable; safe for use by many threads at once.</summary>
public sealed class ModelCatalogue
{
    private readonly Dictionary<string, CatalogueProvider> providers;

    private ModelCatalogue(IEnumerable<CatalogueProvider> providers) =>
        this.providers = providers.ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The catalogue that came with this package.</summary>
    public static ModelCatalogue Embedded { get; } = ReadEmbedded();

    /// <summary>All vendors.</summary>
    public IReadOnlyCollection<CatalogueProvider> Providers => providers.Values;

    /// <summary>The models of a provider, the preferred first; empty when unknown.</summary>
    public IReadOnlyList<CatalogueModel> ModelsOf(string provider) => providers.GetValueOrDefault(provider)?.Models ?? [];

    /// <summary>One model; null when unknown.</summary>
    public CatalogueModel? Find(string provider, string model) =>
        ModelsOf(provider).FirstOrDefault(m => string.Equals(m.Id, model, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the vendor's part allows models that are not listed.</summary>
    public bool AllowsUnlisted(string provider) => providers.GetValueOrDefault(provider)?.AllowsUnlistedModels ?? false;

    /// <summary>Reads a catalogue in the form of the embedded one.</summary>
    /// <exception cref="InvalidCatalogueException">It is not in that form; the message names the place.</exception>
    public static ModelCatalogue Parse(string json, string origin)
    {
        try
        {
            var document = JsonSerializer.Deserialize(json, CatalogueJsonContext.Default.CatalogueDocument)
                ?? throw new InvalidCatalogueException($"The model catalogue {origin} is empty.");
            if (CatalogueCheck.Fault(document) is { } fault)
            {
                throw new InvalidCatalogueException($"The model catalogue {origin} cannot be meant: {fault}.");
            }

            return new ModelCatalogue(document.Providers.Select(p => p with { Models = [.. p.Models.Select(m => m with { Provider = p.Name })] }));
        }
        catch (JsonException e)
        {
            throw new InvalidCatalogueException($"The model catalogue {origin} cannot be read at {e.Path}, line {e.LineNumber + 1}: compare it with the embedded catalogue.json.", e);
        }
    }

    /// <summary>This catalogue with another one laid over it: models of the same id are replaced, new ones come after.</summary>
    public ModelCatalogue With(ModelCatalogue overlay)
    {
        var merged = new Dictionary<string, CatalogueProvider>(providers, StringComparer.OrdinalIgnoreCase);
        foreach (var added in overlay.providers.Values)
        {
            merged[added.Name] = merged.TryGetValue(added.Name, out var known) ? Merge(known, added) : added;
        }

        return new ModelCatalogue(merged.Values);
    }

    private static CatalogueProvider Merge(CatalogueProvider known, CatalogueProvider added)
    {
        var replaced = added.Models.ToDictionary(m => m.Id, StringComparer.OrdinalIgnoreCase);
        var kept = known.Models.Select(m => replaced.Remove(m.Id, out var other) ? other : m).ToList();
        return added with { DisplayName = added.DisplayName ?? known.DisplayName, Models = [.. kept, .. added.Models.Where(m => replaced.ContainsKey(m.Id))] };
    }

    private static ModelCatalogue ReadEmbedded()
    {
        using var stream = typeof(ModelCatalogue).Assembly.GetManifestResourceStream("catalogue.json")!;
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd(), "catalogue.json (embedded)");
    }
}
