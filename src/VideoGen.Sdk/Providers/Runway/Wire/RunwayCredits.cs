namespace VideoGen.Sdk.Providers.Runway.Wire;

/// <summary>An amount of credits; a fraction where seconds are.</summary>
internal sealed record RunwayCredits
{
    private const decimal UsdPerCredit = 0.01m;

    public decimal? Credits { get; init; }

    public decimal? Usd => Credits >= 0m ? Credits * UsdPerCredit : null;
}
