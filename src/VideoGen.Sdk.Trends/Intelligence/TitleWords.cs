using VideoGen.Sdk.Trends.Text;

namespace VideoGen.Sdk.Trends.Intelligence;

/// <summary>The words of one item and the keys made of them. Items that share a key are one trend.</summary>
internal sealed class TitleWords
{
    private const int FewestForOneMore = 6;
    private const ulong JoinedMark = 0x9e3779b97f4a7c15;
    private static readonly string[] Dashes = [" - ", " | ", " – ", " — ", " · "];

    /// <summary>The words that say something, each once, sorted.</summary>
    public required ulong[] Content { get; init; }

    /// <summary>Made of the words without their order; 0 when there are none.</summary>
    public required ulong Key { get; init; }

    /// <summary>Made of the letters in their order, without spaces.</summary>
    public required ulong Joined { get; init; }

    /// <summary>The same with plurals as they are written.</summary>
    public required ulong Written { get; init; }

    /// <summary>The key without a last part that names the publisher, such as " - CNN"; 0 when there is none.</summary>
    public required ulong Head { get; init; }

    /// <summary>The keys of the same title with one word less; none for short ones, and never without a number or a negation.</summary>
    public required ulong[] OneLess { get; init; }

    /// <summary>Null for a title without any word, such as one of emoji only.</summary>
    public static TitleWords? Of(string title, WordReader reader)
    {
        reader.Read(title);
        if (reader.Words.Count == 0)
        {
            return null;
        }

        var (content, key, oneLess) = Keys(reader);
        var (joined, written) = (Folding.Mix(reader.Joined ^ JoinedMark), Folding.Mix(reader.Written ^ JoinedMark));
        return new TitleWords { Content = content, Key = key, Joined = joined, Written = written, OneLess = oneLess, Head = HeadOf(title, reader) };
    }

    private static (ulong[] Content, ulong Key, ulong[] OneLess) Keys(WordReader reader)
    {
        var said = reader.Words.Any(word => !word.IsStop);
        var words = new List<Word>(reader.Words.Count);
        foreach (var word in reader.Words)
        {
            if (!word.IsStop || !said)
            {
                words.Add(word);
            }
        }

        words.Sort((one, other) => one.Hash.CompareTo(other.Hash));
        var content = new List<ulong>(words.Count);
        var key = 0UL;
        foreach (var word in words)
        {
            if (content.Count == 0 || content[^1] != word.Hash)
            {
                content.Add(word.Hash);
                key += Folding.Mix(word.Hash);
            }
        }

        ulong[] oneLess = content.Count < FewestForOneMore ? [] : [.. words.Where(word => !word.IsFixed).Select(word => key - Folding.Mix(word.Hash)).Distinct()];
        return ([.. content], key, oneLess);
    }

    private static ulong HeadOf(string title, WordReader reader)
    {
        foreach (var dash in Dashes)
        {
            var at = title.LastIndexOf(dash, StringComparison.Ordinal);
            if (at <= 0 || title.AsSpan(at).IndexOfAnyInRange('0', '9') >= 0 || title.AsSpan(at + dash.Length).Count(' ') > 2)
            {
                continue;
            }

            reader.Read(title.AsSpan(0, at));
            var (content, key, _) = Keys(reader);
            return content.Length >= 3 ? key : 0;
        }

        return 0;
    }
}
