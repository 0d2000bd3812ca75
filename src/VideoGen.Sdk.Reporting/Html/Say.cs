using System.Globalization;

namespace VideoGen.Sdk.Reporting.Html;

/// <summary>Numbers for people, the same in every culture.</summary>
internal static class Say
{
    private const string Nothing = "–";

    public static string Usd(decimal usd) => (usd < 0m ? "-$" : "$") + Math.Abs(usd).ToString(Math.Abs(usd) is > 0m and < 0.1m ? "0.0000" : "#,##0.00", CultureInfo.InvariantCulture);

    public static string Usd(decimal? usd) => usd is { } known ? Usd(known) : Nothing;

    /// <summary>For axes.</summary>
    public static string AxisMoney(double height) => height switch
    {
        >= 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"${height / 1_000_000:0.#}M"),
        >= 10_000 => string.Create(CultureInfo.InvariantCulture, $"${height / 1_000:0.#}k"),
        _ => string.Create(CultureInfo.InvariantCulture, $"${height:#,##0.##}"),
    };

    public static string Count(long count) => count.ToString("#,##0", CultureInfo.InvariantCulture);

    public static string Percent(decimal? percent) => percent is { } known ? known.ToString("#,##0.0", CultureInfo.InvariantCulture) + " %" : Nothing;

    public static string Length(TimeSpan? length) => length switch
    {
        null => Nothing,
        { TotalMinutes: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{length.Value.TotalSeconds:0} s"),
        { TotalHours: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{length.Value.TotalMinutes:0.0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{length.Value.TotalHours:0.0} h"),
    };

    public static string Name(string? name, string none) => string.IsNullOrEmpty(name) ? none : name;
}
