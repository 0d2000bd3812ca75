namespace VideoGen.Sdk.ConventionTests.Layout;

/// <summary>No file over 300 lines; as a habit the middle one at most 80 and nine in ten under 150.</summary>
internal static class LengthRule
{
    private const int Longest = 300;
    private const int Middle = 80;
    private const int NineInTen = 150;

    public static IEnumerable<string> TooLong(IEnumerable<(string Path, int Lines)> files) =>
        files.Where(file => file.Lines > Longest).Select(file => $"{file.Path}: {file.Lines} lines, at most {Longest}");

    public static IEnumerable<string> Habit(IEnumerable<int> lengths)
    {
        var sorted = lengths.Order().ToList();
        if (sorted[sorted.Count / 2] > Middle)
        {
            yield return $"the median file has {sorted[sorted.Count / 2]} lines, at most {Middle}";
        }

        var under = sorted.Count(lines => lines < NineInTen);
        if (under * 10 < sorted.Count * 9)
        {
            yield return $"{under} of {sorted.Count} files are under {NineInTen} lines; nine in ten must be";
        }
    }
}
