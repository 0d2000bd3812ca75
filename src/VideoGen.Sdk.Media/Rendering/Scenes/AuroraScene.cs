using static System.FormattableString;

namespace VideoGen.Sdk.Media.Rendering.Scenes;

/// <summary>Slowly turning veils of four colours, with two lights wandering through them.</summary>
internal sealed class AuroraScene : IScene
{
    private static readonly Tint[][] Palettes =
    [
        [Tint.Of(0x0B1A3B), Tint.Of(0x5B2A86), Tint.Of(0xFF7A59), Tint.Of(0xFFD27D)],
        [Tint.Of(0x041C32), Tint.Of(0x04507A), Tint.Of(0x1FAB89), Tint.Of(0xB8F2C9)],
        [Tint.Of(0x1A0B2E), Tint.Of(0x7A1E76), Tint.Of(0xF2558A), Tint.Of(0xFFC3A0)],
        [Tint.Of(0x0A1128), Tint.Of(0x1C3F95), Tint.Of(0x4AA8FF), Tint.Of(0xC9F0FF)],
        [Tint.Of(0x1B1B2F), Tint.Of(0x3F2B96), Tint.Of(0xA044FF), Tint.Of(0xFFB6F3)],
        [Tint.Of(0x0D2818), Tint.Of(0x1B6B5A), Tint.Of(0xE0A030), Tint.Of(0xFFE8A3)],
    ];

    public string Draw(SceneStage stage)
    {
        var dice = stage.Dice;
        var palette = dice.Pick(Palettes);
        var (w, h) = stage.Small;
        var side = Math.Min(w, h);
        var (left, turn) = (dice.Between(0.05, 0.25), dice.Between(0.009, 0.014));
        var glow = Canvas.Part((int)(side * 1.5), 1);
        var light = Invariant($"150*pow(clip(1-hypot(X-{glow / 2},Y-{glow / 2})/{glow / 2},0,1),2)");
        var (p, q) = (dice.Between(0, 6.28), dice.Between(0, 6.28));
        return stage.Gradient(palette, (left, 0.05), (1 - left, 0.95), turn) + ",format=yuv420p[a0];"
            + stage.Sprite(glow, glow, palette[3], light) + "[a1];"
            + stage.Sprite(glow, glow, palette[1], light) + "[a2];"
            + stage.Shade(w, h, 0.42) + "[a3];"
            + Invariant($"[a0][a2]overlay=x='(W-w)/2+{w * 0.45:0}*sin(t*0.31+{p:0.##})':y='(H-h)/2+{h * 0.40:0}*cos(t*0.23+{q:0.##})'[a4];")
            + Invariant($"[a4][a1]overlay=x='(W-w)/2+{w * 0.50:0}*cos(t*0.27+{q:0.##})':y='(H-h)/2+{h * 0.42:0}*sin(t*0.35+{p:0.##})'[a5];")
            + $"[a5][a3]overlay=0:0,{SceneStage.Vignette},{stage.Enlarge}[bg]";
    }
}
