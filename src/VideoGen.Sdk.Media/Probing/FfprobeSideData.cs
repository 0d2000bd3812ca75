namespace VideoGen.Sdk.Media.Probing;

internal sealed record FfprobeSideData
{
    /// <summary>Degrees of the display matrix.</summary>
    public int? Rotation { get; init; }
}
