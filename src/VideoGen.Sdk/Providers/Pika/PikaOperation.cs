using System.Text.Json;

namespace VideoGen.Sdk.Providers.Pika;

/// <summary>One operation as the vendor's own catalogue lists it at this moment.</summary>
public sealed record PikaOperation
{
    /// <summary>Its id, such as <c>pika/pika-2.5/text-to-video</c>.</summary>
    public required string ApiId { get; init; }

    /// <summary>Its kind: <c>video</c>, <c>image</c>, <c>audio</c> or <c>llm</c>.</summary>
    public string? Category { get; init; }

    /// <summary>Path of its create.</summary>
    public string? Path { get; init; }

    /// <summary>JSON Schema of its fields; null in a list that was read without them.</summary>
    public JsonElement? InputSchema { get; init; }

    /// <summary>What it costs: the components add up. Empty where the vendor shows none.</summary>
    public IReadOnlyList<PikaPriceComponent> Prices { get; init; } = [];
}
