namespace VideoGen.Sdk.Providers.HeyGen.Wire;

/// <summary>An input: <c>url</c> or <c>asset_id</c>.</summary>
internal sealed record HeyGenAsset
{
    public required string Type { get; init; }
    public string? Url { get; init; }
    public string? AssetId { get; init; }
}
