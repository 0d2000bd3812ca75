using System.Text;

namespace VideoGen.Sdk.Trends.Text;

/// <summary>Folds characters and words so that spellings of one thing meet. By own tables, because what the platform offers depends on the culture data of the machine, and ids must not.</summary>
internal static class Folding
{
    private const ulong Seed = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private static readonly Dictionary<int, int> Accents = Table(
        "aàáâãäåāăą", "cçćĉċč", "dďđð", "eèéêëēĕėęě", "gĝğġģ", "hĥħ", "iìíîïĩīĭįı", "jĵ", "kķ", "lĺļľŀł", "nñńņňŉ", "oòóôõöøōŏő", "rŕŗř", "sśŝşšș", "tţťŧț", "uùúûüũūŭůűų", "wŵ", "yýÿŷ", "zźżž", "её");

    public static ulong Start => Seed;

    public static ulong Add(ulong hash, int value) => (hash ^ (uint)value) * Prime;

    /// <summary>Spreads a hash over all bits, so that sums of many stay apart.</summary>
    public static ulong Mix(ulong hash)
    {
        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccd;
        hash ^= hash >> 33;
        hash *= 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }

    public static int Fold(Rune rune)
    {
        var value = rune.Value is >= 0xFF01 and <= 0xFF5E ? rune.Value - 0xFEE0 : rune.Value;
        if (value < 0x80)
        {
            return value is >= 'A' and <= 'Z' ? value | 0x20 : value;
        }

        var lower = Rune.ToLowerInvariant(new Rune(value)).Value;
        return Accents.GetValueOrDefault(lower, lower);
    }

    /// <summary>Takes the plural off an English-like word in place; returns its new length.</summary>
    public static int Singular(Span<int> word, int length)
    {
        if (length <= 3 || word[length - 1] != 's' || word[length - 2] is 's' or 'u' or 'i')
        {
            return length;
        }

        if (length > 4 && word[length - 2] == 'e')
        {
            if (word[length - 3] == 'i')
            {
                word[length - 3] = 'y';
                return length - 2;
            }

            if (word[length - 3] is 'x' or 'z' || (word[length - 3] == 'h' && word[length - 4] is 's' or 'c') || (word[length - 3] == 's' && word[length - 4] == 's'))
            {
                return length - 2;
            }
        }

        return length - 1;
    }

    private static Dictionary<int, int> Table(params string[] groups)
    {
        var table = new Dictionary<int, int>();
        foreach (var group in groups)
        {
            foreach (var letter in group.EnumerateRunes().Skip(1))
            {
                table[letter.Value] = group[0];
            }
        }

        return table;
    }
}
