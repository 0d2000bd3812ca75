using System.Text.Json;

namespace VideoGen.Sdk.Providers.Runway.Wire;

internal sealed record RunwayIssue
{
    public string? Code { get; init; }

    public string? Message { get; init; }

    /// <summary>Names and, within lists, numbers.</summary>
    public IReadOnlyList<JsonElement>? Path { get; init; }

    public string Place => string.Join('.', Path ?? []);
}
