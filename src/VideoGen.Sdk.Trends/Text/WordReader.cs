using System.Text;

namespace VideoGen.Sdk.Trends.Text;

/// <summary>Cuts text into words: hashtags at their humps, numbers with what joins their digits, scripts without spaces into pairs. One reader is used by one thread at a time.</summary>
internal sealed class WordReader
{
    private const int LongestWord = 64;
    private const int MostWords = 96;

    // What the rule for plurals leaves of both forms.
    private static readonly Dictionary<ulong, ulong> Irregular = Pairs(
        "children child men man women woman people person feet foot teeth tooth mice mouse geese goose lense len wive wife knive knife halve half shelve shelf wolve wolf loave loaf thieve thief potatoe potato tomatoe tomato heroe hero echoe echo");

    private static readonly HashSet<ulong> Stops = [.. HashesOf(
        "a an the of to in on at for and or is are was were be this that it its your my our with from by as you i we how what why when "
        + "breaking watch video viral official trending just in here via der die das und le la les el los las il gli de du des do da dos et y e")];

    private static readonly HashSet<ulong> Negations = [.. HashesOf("no not never without dont cant wont isnt doesnt didnt arent wasnt kein keine nicht nie ohne pas jamais sin nunca non senza sem nao")];

    private readonly int[] word = new int[LongestWord];
    private readonly List<Word> words = [];
    private int length;
    private bool hasDigit;
    private bool wasLower;
    private int lastWide;
    private bool isWideAlone;
    private bool inTag;
    private ulong joined;
    private ulong written;

    /// <summary>The words of the last text, in order.</summary>
    public IReadOnlyList<Word> Words => words;

    /// <summary>The last text without spaces, as a number: the form that a hashtag gives it.</summary>
    public ulong Joined => joined;

    /// <summary>The same with every plural as it is written: within a hashtag of small letters nobody can see where a word ends.</summary>
    public ulong Written => written;

    public void Read(ReadOnlySpan<char> text)
    {
        words.Clear();
        (length, hasDigit, wasLower, lastWide, isWideAlone, inTag, joined, written) = (0, false, false, 0, false, false, Folding.Start, Folding.Start);
        var previous = 0;
        for (var i = 0; i < text.Length && words.Count < MostWords;)
        {
            Rune.DecodeFromUtf16(text[i..], out var rune, out var taken);
            i += taken;
            Take(rune, previous, i < text.Length ? text[i] : ' ');
            previous = rune.Value;
        }

        EndWord();
        EndWide();
    }

    /// <summary>The words of a text, for tables.</summary>
    public static IEnumerable<ulong> HashesOf(string text)
    {
        var reader = new WordReader();
        foreach (var each in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            reader.Read(each);
            foreach (var word in reader.words)
            {
                yield return word.Hash;
            }
        }
    }

    private void Take(Rune rune, int previous, char next)
    {
        if (rune.Value is '\'' or '’' or 0x200C or 0x200D or (>= 0x0300 and <= 0x036F) or (>= 0xFE00 and <= 0xFE0F))
        {
            return;
        }

        if (IsWide(rune.Value))
        {
            EndWord();
            TakeWide(Folding.Fold(rune));
            return;
        }

        EndWide();
        var isDigit = Rune.IsDigit(rune);
        if (!isDigit && !Rune.IsLetter(rune) && !IsMark(rune))
        {
            Part(rune, next);
            return;
        }

        var isUpper = Rune.IsUpper(rune);
        if (inTag && length > 0 && ((isUpper && wasLower) || (isUpper && char.IsLower(next) && !wasLower && length > 1) || isDigit != IsDigit(previous)))
        {
            EndWord();
        }

        if (length < LongestWord)
        {
            word[length++] = Folding.Fold(rune);
        }

        hasDigit |= isDigit;
        wasLower = !isUpper && !isDigit;
    }

    // "3-1", "10:30" and "2.5" are one number each, "20,000" is 20000.
    private void Part(Rune rune, char next)
    {
        if (hasDigit && length is > 0 and < LongestWord && word[length - 1] is >= '0' and <= '9' && char.IsAsciiDigit(next) && (rune.Value is '-' or ':' or '.' or ',' or '/' or '–'))
        {
            if (rune.Value != ',')
            {
                word[length++] = rune.Value == '–' ? '-' : rune.Value;
            }

            return;
        }

        EndWord();
        inTag = rune.Value is '#' or '＃' || (inTag && rune.Value == '_');
    }

    private void TakeWide(int value)
    {
        if (lastWide != 0)
        {
            Add(Folding.Add(Folding.Add(Folding.Start, lastWide), value), isFixed: false);
        }

        isWideAlone = lastWide == 0;
        lastWide = value;
        joined = Folding.Add(joined, value);
        written = Folding.Add(written, value);
    }

    private void EndWide()
    {
        if (lastWide != 0 && isWideAlone)
        {
            Add(Folding.Add(Folding.Start, lastWide), isFixed: false);
        }

        (lastWide, isWideAlone) = (0, false);
    }

    private void EndWord()
    {
        if (length == 0)
        {
            return;
        }

        var end = hasDigit ? length : Folding.Singular(word, length);
        var hash = Folding.Start;
        for (var i = 0; i < end; i++)
        {
            hash = Folding.Add(hash, word[i]);
            joined = Folding.Add(joined, word[i]);
        }

        for (var i = 0; i < length; i++)
        {
            written = Folding.Add(written, word[i]);
        }

        // Without a mark between them 3 and 1 would be 31.
        (joined, written) = hasDigit ? (Folding.Add(joined, ' '), Folding.Add(written, ' ')) : (joined, written);
        Add(Irregular?.GetValueOrDefault(hash, hash) ?? hash, hasDigit);
        (length, hasDigit, wasLower) = (0, false, false);
    }

    private void Add(ulong hash, bool isFixed) => words.Add(new Word(hash, isFixed || Negations?.Contains(hash) == true, Stops?.Contains(hash) == true));

    private static Dictionary<ulong, ulong> Pairs(string text)
    {
        var hashes = HashesOf(text).ToList();
        return Enumerable.Range(0, hashes.Count / 2).ToDictionary(i => hashes[2 * i], i => hashes[(2 * i) + 1]);
    }

    private static bool IsDigit(int value) => Rune.IsValid(value) && Rune.IsDigit(new Rune(value));

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static bool IsWide(int value) => value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x2FFFF) or (>= 0x0E01 and <= 0x0EFF) or (>= 0x1780 and <= 0x17FF) or (>= 0x1000 and <= 0x109F);
}
