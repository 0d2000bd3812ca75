namespace VideoGen.Sdk.Sqlite;

/// <summary>Dollars as whole millionths: SQLite has no decimal, and money is never a floating number.</summary>
internal static class UsdColumn
{
    /// <exception cref="ArgumentException">The amount has more than six places; rounding here would hide a fault of the caller.</exception>
    public static long From(decimal usd)
    {
        var micro = usd * 1_000_000m;
        return micro == decimal.Truncate(micro) ? (long)micro : throw new ArgumentException($"{usd} USD is not a whole number of millionths.", nameof(usd));
    }

    public static decimal ToUsd(long micro) => micro / 1_000_000m;

    /// <summary>For amounts that a vendor states with more places and that bound a price.</summary>
    public static long Up(decimal usd) => (long)decimal.Ceiling(usd * 1_000_000m);

    /// <summary>For columns that only show an amount; the exact one lies elsewhere.</summary>
    public static long Nearest(decimal usd) => (long)decimal.Round(usd * 1_000_000m, MidpointRounding.ToEven);
}
