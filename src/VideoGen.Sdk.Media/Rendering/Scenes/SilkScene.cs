using static System.FormattableString;

namespace VideoGen.Sdk.Media.Rendering.Scenes;

/// <summary>Folds of shining cloth: one plane of waves, coloured by a curve of three tones.</summary>
internal sealed class SilkScene : IScene
{
    private static readonly (Tint Dark, Tint Middle, Tint Light)[] Palettes =
    [
        (Tint.Of(0x0A0F45), Tint.Of(0x3B2F7F), Tint.Of(0xF3D06A)),
        (Tint.Of(0x2A0A1C), Tint.Of(0x8C1C4B), Tint.Of(0xFFB199)),
        (Tint.Of(0x03201F), Tint.Of(0x0B6E69), Tint.Of(0xC6F7C3)),
        (Tint.Of(0x10142B), Tint.Of(0x30538F), Tint.Of(0xE4EDFF)),
        (Tint.Of(0x1C0F2E), Tint.Of(0x6A3FA0), Tint.Of(0xFFC6EC)),
        (Tint.Of(0x231107), Tint.Of(0x8A4B1B), Tint.Of(0xFFE1A8)),
    ];

    public string Draw(SceneStage stage)
    {
        var dice = stage.Dice;
        var (dark, middle, light) = dice.Pick(Palettes);
        var canvas = stage.Canvas;

        // The shorter side is always 90 cells, so that folds are as wide at every resolution.
        var (w, h) = (Canvas.Part(canvas.Width * 90, canvas.Side), Canvas.Part(canvas.Height * 90, canvas.Side));
        var (sw, sh) = stage.Small;
        var (p, q) = (dice.Between(0, 6.28), dice.Between(0, 6.28));
        var (a, b) = (dice.Between(15, 20), dice.Between(19, 26));
        var waves = Invariant($"1023*(0.5+0.5*sin(X/{a:0.#}+1.7*sin(Y/{b:0.#}+T*0.5+{p:0.##})+T*0.32)*cos(Y/{b + 4:0.#}-1.3*sin(X/{a + 2:0.#}-T*0.37+{q:0.##})))");
        return Invariant($"color=black:s={w}x{h}:{stage.Source},format=gray10,geq=lum='{waves}',scale={sw}:{sh}:flags=bicubic,format=gbrp10,")
            + $"lutrgb=r='{Curve(dark.Red, middle.Red, light.Red)}':g='{Curve(dark.Green, middle.Green, light.Green)}':b='{Curve(dark.Blue, middle.Blue, light.Blue)}',format=yuv420p[k0];"
            + stage.Shade(sw, sh, 0.45) + "[k1];"
            + $"[k0][k1]overlay=0:0,{SceneStage.Vignette},{stage.Enlarge}[bg]";
    }

    /// <summary>From dark over middle to light, light only at the crests; 10 bit.</summary>
    private static string Curve(int dark, int middle, int light) =>
        Invariant($"clip(4*({dark}+{middle - dark}*val/1023+{light - middle}*pow(val/1023,4)),0,1023)");
}
