using System.Globalization;

namespace VideoGen.Sdk.Analytics.Export;

/// <summary>Amounts and times, the same in every form of export.</summary>
internal static class ExportText
{
    // Dividing drops zeros at the end: stores differ in how many they hand out.
    public static string Of(decimal amount) => (amount / 1.000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
