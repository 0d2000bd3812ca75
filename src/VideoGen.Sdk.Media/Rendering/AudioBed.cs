using static System.FormattableString;

namespace VideoGen.Sdk.Media.Rendering;

/// <summary>Two soft chords that breathe into each other over a whisper of noise. Key and kind come from the seed.</summary>
internal static class AudioBed
{
    /// <summary>Roots in Hz: E2, F2, G2, A2, C3, D3.</summary>
    private static readonly double[] Roots = [82.41, 87.31, 98.00, 110.00, 130.81, 146.83];

    /// <summary>Semitones of the first chord, and of the one that follows.</summary>
    private static readonly (int[] First, int[] Second)[] Chords =
    [
        ([0, 7, 12, 16, 23], [-3, 9, 12, 16, 19]),
        ([0, 7, 15, 19, 22], [-4, 8, 12, 15, 19]),
        ([0, 7, 12, 14, 19], [5, 12, 17, 19, 24]),
        ([0, 7, 12, 16, 21], [5, 12, 16, 19, 21]),
    ];

    private static readonly double[] Loudness = [1, 0.7, 0.55, 0.42, 0.30];

    public static string Draw(double seconds, SeedDice dice)
    {
        var root = dice.Pick(Roots);
        var (first, second) = dice.Pick(Chords);
        var (fadeIn, fadeOut) = (Math.Min(1.2, seconds / 4), Math.Min(2, seconds / 3));
        var length = Invariant($"{seconds + 0.2:0.###}");
        return Invariant($"aevalsrc='{Channel(root, first, second)}|{Channel(root * 1.0025, first, second)}':s=48000:d={length},lowpass=f=1700[p];")
            + Invariant($"anoisesrc=color=pink:r=48000:a=0.05:d={length}:seed=7,lowpass=f=800,volume=0.5[n];")
            + "[p][n]amix=inputs=2:normalize=0,aecho=0.8:0.7:420|610:0.25|0.18,"
            + Invariant($"afade=t=in:d={fadeIn:0.###},afade=t=out:st={seconds - fadeOut:0.###}:d={fadeOut:0.###},volume=5.5dB,alimiter=limit=0.84:level=0,")
            + Invariant($"aresample=48000,aformat=sample_fmts=fltp:channel_layouts=stereo,atrim=end={seconds:0.######}[out0]");
    }

    private static string Channel(double root, int[] first, int[] second) =>
        $"0.19*(({Chord(root, first)})*(0.5+0.5*cos(2*PI*t/16))+({Chord(root, second)})*(0.5-0.5*cos(2*PI*t/16)))*(0.8+0.2*sin(2*PI*0.13*t))";

    private static string Chord(double root, int[] semitones) =>
        string.Join('+', semitones.Select((s, i) => Invariant($"{Loudness[i]}*sin(2*PI*{root * Math.Pow(2, s / 12.0):0.###}*t)")));
}
