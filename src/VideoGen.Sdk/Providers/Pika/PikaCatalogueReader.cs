using System.Text.Json;
using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.Pika.Wire;

namespace VideoGen.Sdk.Providers.Pika;

/// <summary>Reads the vendor's catalogue. What wraps the list is not documented (2026-11), so the first list of the answer is taken.</summary>
internal static class PikaCatalogueReader
{
    public static IReadOnlyList<PikaOperation> List(VendorAnswer answer)
    {
        if (!answer.TryRead(PikaJsonContext.Default.JsonDocument, out var document))
        {
            throw Foreign(answer);
        }

        using (document)
        {
            return ListOf(document.RootElement) is { } list ? [.. list.EnumerateArray().Select(One).OfType<PikaOperation>()] : throw Foreign(answer);
        }
    }

    public static PikaOperation? Single(VendorAnswer answer) => answer.TryRead(PikaJsonContext.Default.PikaApiData, out var data) ? Operation(data) : null;

    /// <summary>The first list that an answer holds; null when there is none.</summary>
    public static JsonElement? ListOf(JsonElement root) => root.ValueKind switch
    {
        JsonValueKind.Array => root,
        JsonValueKind.Object => root.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Array).Select(p => (JsonElement?)p.Value).FirstOrDefault(),
        _ => null,
    };

    public static ProviderCallException Foreign(VendorAnswer answer) => PikaErrors.Odd($"The answer (HTTP {answer.Code}) is not of the form of Pika's catalogue.");

    private static PikaOperation? One(JsonElement element)
    {
        try
        {
            return element.Deserialize(PikaJsonContext.Default.PikaApiData) is { } data ? Operation(data) : null;
        }
        catch (JsonException)
        {
            // One odd entry among a hundred operations of many vendors must not hide the others.
            return null;
        }
    }

    private static PikaOperation? Operation(PikaApiData data) => data.ApiId is not { Length: > 0 } id ? null : new()
    {
        ApiId = id,
        Category = data.Category,
        Path = data.Call?.Path,
        InputSchema = data.InputSchema?.Clone(),
        Prices = Prices(data.DisplayPricing?.Components ?? []),
    };

    // A price that is understood only in part is no upper bound, so then there is none at all.
    private static IReadOnlyList<PikaPriceComponent> Prices(IReadOnlyList<PikaComponentData> components)
    {
        var read = components.Select(Component).ToList();
        return read.Contains(null) ? [] : [.. read.OfType<PikaPriceComponent>()];
    }

    private static PikaPriceComponent? Component(PikaComponentData data) =>
        data.Unit?.Type is not { Length: > 0 } unit || data.PriceTiers is not { Count: > 0 } tiers || tiers.Any(t => t.MicroUsd is null or < 0m) ? null : new()
        {
            Role = data.Role,
            Unit = unit,
            Quantity = data.Unit.Quantity is > 0m and var quantity ? quantity : 1m,
            Tiers = [.. tiers.Select(t => new PikaPriceTier { Resolution = t.Spec?.Resolution, Seconds = t.Spec?.DurationS, AmountUsd = t.MicroUsd!.Value / 1_000_000m })],
        };
}
