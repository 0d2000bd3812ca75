namespace VideoGen.Sdk.Providers.Kling.Wire;

/// <summary>What every answer is wrapped in. Without a code it is not Kling's.</summary>
internal record KlingEnvelope
{
    public int? Code { get; init; }

    public string? Message { get; init; }

    public string? RequestId { get; init; }
}
