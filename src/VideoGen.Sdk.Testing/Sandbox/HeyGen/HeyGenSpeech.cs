using System.Globalization;
using System.Text.RegularExpressions;

namespace VideoGen.Sdk.Testing.Sandbox.HeyGen;

/// <summary>How long a script takes to say. Nobody knows before the video is made, which is why only its real length is billed.</summary>
internal static partial class HeyGenSpeech
{
    // About the speed of HeyGen's English voices; other scripts carry more speech in a sign.
    private const decimal LettersPerSecond = 15, IdeographsPerSecond = 4.5m, DigitsPerSecond = 3.5m;
    private const decimal Longest = 30 * 60;

    public static decimal Seconds(string script, decimal speed)
    {
        decimal pauses = 0, spoken = 0;
        var words = Pause().Replace(script, pause =>
        {
            pauses += decimal.Parse(pause.Groups[1].ValueSpan, CultureInfo.InvariantCulture) / (pause.Groups[2].Value == "ms" ? 1000 : 1);
            return "";
        });
        foreach (var sign in words)
        {
            spoken += 1 / (char.IsDigit(sign) ? DigitsPerSecond : IsIdeograph(sign) ? IdeographsPerSecond : LettersPerSecond);
        }

        return Math.Clamp(Math.Round((spoken / Math.Clamp(speed, 0.5m, 1.5m)) + pauses, 1), 0.5m, Longest);
    }

    private static bool IsIdeograph(char sign) => sign is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF');

    [GeneratedRegex("""<break\s+time="(\d{1,4}(?:\.\d{1,3})?)(ms|s)"\s*/?>""", RegexOptions.IgnoreCase)]
    private static partial Regex Pause();
}
