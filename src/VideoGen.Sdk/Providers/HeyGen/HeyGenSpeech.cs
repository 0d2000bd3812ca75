using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace VideoGen.Sdk.Providers.HeyGen;

/// <summary>
/// Bounds from above how long a script takes to say, which nobody knows before the video is made: 8 characters a second at natural speed (voices say about 15),
/// 3 of the scripts whose signs are whole syllables or words, 2 digits, and every stated pause. HeyGen makes no video above 30 minutes.
/// </summary>
internal static partial class HeyGenSpeech
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private const decimal LettersPerSecond = 8m, SyllablesPerSecond = 3m, DigitsPerSecond = 2m;

    // A break without a readable time still pauses; the longest that the markup names in words is a little above one second.
    private const decimal UnstatedPause = 3m;

    public static TimeSpan Bound(string script, decimal speed)
    {
        var pauses = 0m;
        var words = Break().Replace(script, found =>
        {
            pauses += PauseOf(found);
            return "";
        });
        var letters = 0L;
        var syllables = 0L;
        var digits = 0L;
        foreach (var sign in words.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(sign) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber)
            {
                digits++;
            }
            else if (IsSyllable(sign.Value))
            {
                syllables++;
            }
            else
            {
                // Counted in UTF-16 units, as the vendor's own limits are.
                letters += sign.Utf16SequenceLength;
            }
        }

        var spoken = (letters / LettersPerSecond) + (syllables / SyllablesPerSecond) + (digits / DigitsPerSecond);

        // No video is shorter than a moment, and files end on whole frames: the bound ends on the next whole second.
        var seconds = Math.Ceiling((spoken / Math.Clamp(speed, 0.5m, 1.5m)) + pauses);
        return TimeSpan.FromSeconds((double)Math.Clamp(seconds, 1m, (decimal)Longest.TotalSeconds));
    }

    private static decimal PauseOf(Match found)
    {
        var time = Time().Match(found.Value);
        if (!time.Success)
        {
            return UnstatedPause;
        }

        // A number too long to read is longer than any video.
        var value = decimal.TryParse(time.Groups[1].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read) && read < 1_000_000_000m
            ? read
            : 1_000_000_000m;
        return time.Groups[2].ValueSpan.Equals("ms", StringComparison.OrdinalIgnoreCase) ? value / 1000m : value;
    }

    // Kana, hangul and Han with their compatibility and half-width forms, and the planes of rare Han.
    private static bool IsSyllable(int sign) => sign is (>= 0x1100 and <= 0x11FF) or (>= 0x2E80 and <= 0x2FDF) or (>= 0x3005 and <= 0x3007) or (>= 0x3021 and <= 0x3029)
        or (>= 0x3031 and <= 0x303C) or (>= 0x3040 and <= 0x31FF) or (>= 0x3200 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xA960 and <= 0xA97F)
        or (>= 0xAC00 and <= 0xD7FF) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF66 and <= 0xFFDC) or (>= 0x1B000 and <= 0x1B16F) or (>= 0x20000 and <= 0x3FFFF);

    [GeneratedRegex("<break\\b[^>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Break();

    [GeneratedRegex("""\btime\s*=\s*["']?\s*\+?(\d+(?:\.\d+)?|\.\d+)\s*(ms|s)\b""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}
