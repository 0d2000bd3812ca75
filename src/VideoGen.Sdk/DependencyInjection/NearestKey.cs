namespace VideoGen.Sdk.DependencyInjection;

/// <summary>Finds what a mistyped key was meant to be.</summary>
internal static class NearestKey
{
    public static string Of(string typed, IEnumerable<string> known) =>
        known.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).MinBy(k => Distance(typed.ToUpperInvariant(), k.ToUpperInvariant())) ?? "";

    // The usual count of inserted, dropped and changed characters, in one row.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
