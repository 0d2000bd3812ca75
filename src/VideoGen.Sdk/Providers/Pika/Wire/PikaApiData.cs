using System.Text.Json;

namespace VideoGen.Sdk.Providers.Pika.Wire;

/// <summary>An entry of the vendor's catalogue.</summary>
internal sealed record PikaApiData(string? ApiId, string? Category, PikaCallData? Call, JsonElement? InputSchema, PikaPricingData? DisplayPricing);

internal sealed record PikaCallData(string? Method, string? Path);

internal sealed record PikaPricingData(IReadOnlyList<PikaComponentData>? Components);

internal sealed record PikaComponentData(string? Role, PikaUnitData? Unit, IReadOnlyList<PikaTierData>? PriceTiers);

internal sealed record PikaUnitData(string? Type, decimal? Quantity);

internal sealed record PikaTierData(PikaTierSpecData? Spec, decimal? MicroUsd);

internal sealed record PikaTierSpecData(string? Resolution, decimal? DurationS);
