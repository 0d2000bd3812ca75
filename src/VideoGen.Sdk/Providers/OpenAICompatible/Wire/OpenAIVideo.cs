using System.Text.Json;

namespace VideoGen.Sdk.Providers.OpenAICompatible.Wire;

/// <summary>A video as the API shows it. The spec calls every key required; early answers and gateways left some out.</summary>
internal sealed record OpenAIVideo
{
    public string? Id { get; init; }

    public string? Status { get; init; }

    public string? Model { get; init; }

    public string? Prompt { get; init; }

    public string? Size { get; init; }

    /// <summary>A string by the spec, a number at some gateways.</summary>
    public JsonElement Seconds { get; init; }

    public double? Progress { get; init; }

    /// <summary>Unix seconds.</summary>
    public double? CreatedAt { get; init; }

    public OpenAIError? Error { get; init; }

    public decimal? Length => Seconds.ValueKind switch
    {
        JsonValueKind.String when decimal.TryParse(Seconds.GetString(), System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var text) => text,
        JsonValueKind.Number when Seconds.TryGetDecimal(out var number) => number,
        _ => null,
    };
}
