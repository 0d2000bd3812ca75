namespace VideoGen.Sdk.Testing.Sandbox.Runway;

/// <summary>Credits per second where they go by the short side of the picture (list of 2026-10-04).</summary>
internal static class RunwayRates
{
    public static decimal Flash11(int side) => side switch
    {
        <= 360 => 3.4m,
        <= 720 => 10m,
        <= 1080 => 15m,
        _ => 30m,
    };

    public static decimal Seedance2(int side) => side switch
    {
        <= 720 => 36m,
        <= 1080 => 40m,
        _ => 150m,
    };

    /// <summary>For models with a price each for 480p, 720p and above.</summary>
    public static Func<int, bool, decimal> Three(decimal upTo480, decimal upTo720, decimal above) =>
        (side, _) => side <= 480 ? upTo480 : side <= 720 ? upTo720 : above;

    /// <summary>For models with two sizes.</summary>
    public static Func<int, bool, decimal> Two(int smaller, decimal upToSmaller, decimal above) => (side, _) => side <= smaller ? upToSmaller : above;

    public static Func<int, bool, decimal> Flat(decimal credits) => (_, _) => credits;
}
