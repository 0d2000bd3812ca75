namespace VideoGen.Sdk.Providers.Kling.Wire;

internal sealed record KlingCreateOptions
{
    public string? CallbackUrl { get; init; }

    public required string ExternalTaskId { get; init; }

    public KlingWatermark? WatermarkInfo { get; init; }
}
