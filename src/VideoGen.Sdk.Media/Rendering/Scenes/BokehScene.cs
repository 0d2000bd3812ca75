using static System.FormattableString;

namespace VideoGen.Sdk.Media.Rendering.Scenes;

/// <summary>Lights out of focus, rising in two depths through a dark haze. The discs repeat seamlessly, however long the video is.</summary>
internal sealed class BokehScene : IScene
{
    private static readonly (Tint[] Haze, Tint Near, Tint Far)[] Palettes =
    [
        ([Tint.Of(0x05060F), Tint.Of(0x10264D), Tint.Of(0x3A1A5E)], Tint.Of(0xFFCD8C), Tint.Of(0x8CBEFF)),
        ([Tint.Of(0x0B0410), Tint.Of(0x3D0E3B), Tint.Of(0x5E1A2E)], Tint.Of(0xFF9BB4), Tint.Of(0xFFC58C)),
        ([Tint.Of(0x03110F), Tint.Of(0x0B3B3A), Tint.Of(0x123456)], Tint.Of(0xB4FFD2), Tint.Of(0x7FD8FF)),
        ([Tint.Of(0x0D0A05), Tint.Of(0x3B2810), Tint.Of(0x5A2B14)], Tint.Of(0xFFE0A0), Tint.Of(0xFF9E6B)),
        ([Tint.Of(0x06081A), Tint.Of(0x1B1F5E), Tint.Of(0x43207A)], Tint.Of(0xD7B8FF), Tint.Of(0x86F0FF)),
    ];

    public string Draw(SceneStage stage)
    {
        var dice = stage.Dice;
        var (haze, near, far) = dice.Pick(Palettes);
        var (w, h) = stage.Small;
        var (mw, mh) = (2 * w, 2 * h);
        var wide = w + Canvas.Part(Math.Min(w, h), 5);
        var (nearSpeed, farSpeed) = (0.042 * Math.Min(mw, mh), 0.026 * Math.Min(mw, mh));
        var twice = Invariant($"scale={2 * wide}:{mh}:flags=bicubic,split=2[{{0}}u][{{0}}v];[{{0}}u][{{0}}v]vstack");
        return stage.Gradient(haze, (0.08, 0.04), (0.92, 0.97), 0.010) + Invariant($",format=yuv420p,scale={mw}:{mh}:flags=bicubic[b0];")
            + Layer(stage, far, Discs(dice, 9, wide, h, 0.13, 0.24, 34, 78), twice.Replace("{0}", "f", StringComparison.Ordinal), "[b1];")
            + Layer(stage, near, Discs(dice, 13, wide, h, 0.04, 0.125, 60, 125), twice.Replace("{0}", "n", StringComparison.Ordinal), "[b2];")
            + stage.Shade(w, h, 0.40) + Invariant($",scale={mw}:{mh}:flags=bicubic[b3];")
            + Invariant($"[b0][b1]overlay=x='(W-w)/2+{w * 0.05:0}*sin(t*0.5)':y='-mod({farSpeed:0.##}*t,{mh})'[b4];")
            + Invariant($"[b4][b2]overlay=x='(W-w)/2-{w * 0.07:0}*sin(t*0.4)':y='-mod({nearSpeed:0.##}*t,{mh})'[b5];")
            + $"[b5][b3]overlay=0:0,{stage.Enlarge}[bg]";
    }

    private static string Layer(SceneStage stage, Tint colour, (int W, int H, string Alpha) discs, string after, string label) =>
        stage.Sprite(discs.W, discs.H, colour, discs.Alpha, "," + after) + label;

    /// <summary>Discs with a soft edge and a brighter rim; distances wrap from bottom to top.</summary>
    private static (int W, int H, string Alpha) Discs(SeedDice dice, int count, int w, int h, double smallest, double largest, double faintest, double brightest)
    {
        var side = Math.Min(w, h);
        var discs = Enumerable.Range(0, (int)(count * Math.Sqrt(Math.Max(1, (double)w / h)))).Select(_ =>
        {
            var (x, y, r, a) = (dice.Between(0, w), dice.Between(0, h), side * dice.Between(smallest, largest), dice.Between(faintest, brightest));
            var distance = Invariant($"hypot(X-{x:0},mod(Y-{y:0}+{1.5 * h:0.#},{h})-{0.5 * h:0.#})");
            return Invariant($"{a:0}*clip(({r:0.#}-{distance})/2.5,0,1)*(0.55+0.45*pow(clip({distance}/{r:0.#},0,1),6))");
        });
        return (w, h, $"clip({string.Join('+', discs)},0,235)");
    }
}
