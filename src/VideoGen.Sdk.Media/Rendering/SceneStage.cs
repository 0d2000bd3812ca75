using static System.FormattableString;

namespace VideoGen.Sdk.Media.Rendering;

/// <summary>What a scene is drawn on, and the parts that several scenes share. Every number is written in the invariant culture: a comma would part options.</summary>
internal sealed record SceneStage(Canvas Canvas, double Seconds, int FramesPerSecond, SeedDice Dice)
{
    /// <summary>Size of what is drawn small: a quarter.</summary>
    public (int Width, int Height) Small => (Canvas.Part(Canvas.Width, 4), Canvas.Part(Canvas.Height, 4));

    /// <summary>Ends a source that would run for ever, a little after the last frame.</summary>
    public string Source => Invariant($"r={FramesPerSecond}:d={Seconds + 0.5:0.###}");

    /// <summary>A moving gradient of up to four colours between two points given as shares of the picture.</summary>
    public string Gradient(IReadOnlyList<Tint> colours, (double X, double Y) from, (double X, double Y) to, double speed)
    {
        var (w, h) = Small;
        var stops = string.Join(':', colours.Select((c, i) => Invariant($"c{i}={c.Hex}")));
        return Invariant($"gradients=s={w}x{h}:{Source}:n={colours.Count}:{stops}:x0={from.X * w:0}:y0={from.Y * h:0}:x1={to.X * w:0}:y1={to.Y * h:0}:speed={speed:0.#####}:seed=1");
    }

    /// <summary>One still picture with transparency, drawn by an expression for alpha and repeated for ever.</summary>
    public string Sprite(int width, int height, Tint colour, string alpha, string after = "") =>
        Invariant($"color=black:s={width}x{height}:r={FramesPerSecond}:d=0.02,format=rgba,geq=r={colour.Red}:g={colour.Green}:b={colour.Blue}:a='{alpha}'{after},format=yuva420p,")
        + Invariant($"loop=loop=-1:size=1,setpts=N/{FramesPerSecond}/TB");

    /// <summary>A soft shade behind the text, drawn small: letters stay readable on any colour.</summary>
    public string Shade(int width, int height, double strength) => Sprite(
        width,
        height,
        default,
        Invariant($"{255 * strength:0}*exp(-pow((Y/{height}-{Canvas.TextMiddle:0.##})/0.24,2))*exp(-pow((X/{width}-0.5)/0.62,2))"));

    /// <summary>Slightly darker corners.</summary>
    public const string Vignette = "vignette=angle=PI/8";

    public string Enlarge => Invariant($"scale={Canvas.Width}:{Canvas.Height}:flags=bicubic");
}
