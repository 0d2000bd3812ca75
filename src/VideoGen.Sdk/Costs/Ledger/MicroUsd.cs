namespace VideoGen.Sdk.Costs.Ledger;

/// <summary>Money as whole millionths of a dollar: sums are exact, fast, and the same in memory as in a file.</summary>
internal static class MicroUsd
{
    private const decimal PerUsd = 1_000_000m;

    // Thousands of the largest amounts still sum within 64 bits.
    private const decimal LargestUsd = 1_000_000_000m;

    /// <summary>Rounds up, so that a fraction of a millionth is never spent unseen.</summary>
    public static long Of(decimal usd, string parameter)
    {
        if (usd is < 0m or > LargestUsd)
        {
            throw new ArgumentOutOfRangeException(parameter, usd, "An amount is at least 0 and at most 1,000,000,000 USD.");
        }

        return (long)decimal.Ceiling(usd * PerUsd);
    }

    /// <summary>Back to dollars, exactly.</summary>
    public static decimal ToUsd(long micro) => micro / PerUsd;

    /// <summary>A bound, rounded down; one beyond all sums is the largest that can be counted to.</summary>
    public static long OfBound(decimal usd) => usd >= long.MaxValue / PerUsd ? long.MaxValue : (long)(usd * PerUsd);
}
