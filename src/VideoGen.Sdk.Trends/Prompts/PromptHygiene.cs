using System.Text.RegularExpressions;
using VideoGen.Sdk.Trends.Text;

namespace VideoGen.Sdk.Trends.Prompts;

/// <summary>Makes scraped text fit for a prompt: one line, no address, mail, phone number or account name, and nothing that talks to a model instead of about the trend.</summary>
public static partial class PromptHygiene
{
    /// <summary>Cleans a text.</summary>
    /// <param name="text">What a stranger wrote.</param>
    /// <param name="longest">Most characters that stay, from 1 on; cut at a word where one is near.</param>
    public static CleanText Clean(string? text, int longest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 1);
        var notes = new List<string>();
        var clean = PlainText.Of(text, Math.Max(longest, 4000));
        clean = Without(clean, Injection(), "words that instruct a model were taken out", notes);
        clean = Without(clean, Markup(), "marks of roles or code were taken out", notes);
        clean = Without(clean, Address(), "an address was taken out", notes);
        clean = Without(clean, Mail(), "a mail address was taken out", notes);
        clean = Without(clean, Phone(), "a phone or card number was taken out", notes);
        clean = Without(clean, Handle(), "an account name was taken out", notes);
        clean = Spaces().Replace(clean, " ").Trim(' ', ',', ';', ':', '-', '|');
        if (clean.Length > longest)
        {
            notes.Add($"cut to {longest} characters");
            clean = PlainText.Shorten(clean, longest);
        }

        return new CleanText(clean, notes);
    }

    private static string Without(string text, Regex pattern, string note, List<string> notes)
    {
        if (!pattern.IsMatch(text))
        {
            return text;
        }

        notes.Add(note);
        return pattern.Replace(text, " ");
    }

    // To the end of the sentence: what follows such words belongs to them.
    [GeneratedRegex(
        @"\b((ignore|disregard|forget|override|bypass)\b[^.!?]{0,40}\b(instruction|instructions|prompt|prompts|rules|guidelines|above|previous|everything)"
        + @"|(you are|you're) now\b|from now on\b|act as (a|an|the)\b|pretend (to be|you)|new instructions?\b|system prompt|developer mode|jailbreak|do anything now|reveal your\b|repeat after me|respond (only )?with\b"
        + @"|(ignoriere|vergiss)\b[^.!?]{0,40}\b(anweisungen|regeln)|(ignore[zr]?|oublie[zr]?)\b[^.!?]{0,40}\b(instructions|consignes)|(ignora|olvida)\b[^.!?]{0,40}\b(instrucciones|istruzioni|reglas))[^.!?]*[.!?]?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Injection();

    [GeneratedRegex(@"<\|[^|>]{0,40}\|>|\[/?INST\]|```+|\b(system|assistant|user|developer)\s*:|[{}<>\\`]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\b(https?://|www\.)\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63})+", RegexOptions.CultureInvariant)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<![\w.])\+?\d(?:[\s().-]?\d){8,18}(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?<!\w)@[\w.]{2,40}", RegexOptions.CultureInvariant)]
    private static partial Regex Handle();

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Spaces();
}
