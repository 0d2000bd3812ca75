using static System.FormattableString;

namespace VideoGen.Sdk.Media.Rendering.Scenes;

/// <summary>A sky with sun or moon behind three ranges of hills that pass by at different speeds. Each range joins its own beginning, however long the video is.</summary>
internal sealed class LandscapeScene : IScene
{
    public string Draw(SceneStage stage)
    {
        var dice = stage.Dice;
        var palette = dice.Pick(LandscapePalette.All);
        var canvas = stage.Canvas;
        var (w, h) = stage.Small;
        return stage.Gradient(palette.Sky, (0.5, 0), (0.5, 0.72), 0.00001) + ",format=yuv420p[l0];"
            + (palette.HasStars ? Stars(stage, w, h) : "[l0]null[l1];")
            + stage.Shade(w, h, palette.HasStars ? 0.25 : 0.30) + "[l2];[l1][l2]overlay=0:0[l3];"
            + Light(stage, palette, w, h) + $",{stage.Enlarge}[l5];"
            + Hills(stage, "6", palette.Hills[0], 0.66, 0.050, 3, 0.011, [1, 2, 5])
            + Hills(stage, "7", palette.Hills[1], 0.74, 0.056, 3, 0.024, [1, 3, 7])
            + Hills(stage, "8", palette.Hills[2], 0.84, 0.050, 2, 0.048, [2, 5, 13])
            + Pass("l5", "6", canvas.Side * 0.011, canvas, 0.66, 0.050) + "[l9];"
            + Pass("l9", "7", canvas.Side * 0.024, canvas, 0.74, 0.056) + "[l10];"
            + Pass("l10", "8", canvas.Side * 0.048, canvas, 0.84, 0.050) + "[bg]";
    }

    /// <summary>Single bright points from a hash of the place, fading towards the horizon.</summary>
    private static string Stars(SceneStage stage, int w, int h)
    {
        const string Hash = "mod(abs(sin(X*12.9898+Y*78.233)*43758.5453),1)";
        var alpha = Invariant($"if(gt({Hash},0.9965),255*(0.25+0.75*mod({Hash}*9973,1))*clip(1-Y/{h}/0.6,0,1),0)");
        return stage.Sprite(w, h, Tint.Of(0xFFFFFF), alpha) + "[ls];[l0][ls]overlay=0:0[l1];";
    }

    private static string Light(SceneStage stage, LandscapePalette palette, int w, int h)
    {
        var dice = stage.Dice;
        var size = Canvas.Part((int)(Math.Min(w, h) * 1.3), 1);
        var (middle, radius) = (size / 2, size * (palette.HasStars ? 0.085 : 0.115));
        var distance = $"hypot(X-{middle},Y-{middle})";
        var alpha = Invariant($"255*clip(clip({radius:0.#}-{distance}+0.5,0,1)+0.5*pow(clip(1-{distance}/{middle},0,1),2.4),0,1)");
        // The moon stands beside the label, not behind it.
        var x = palette.HasStars ? (0.5 + (dice.Pick([-1, 1]) * dice.Between(0.24, 0.32))) * w : dice.Between(0.28, 0.72) * w;
        var (from, way) = palette.HasStars ? (0.20 * h, -0.03 * h) : (0.650 * h, 0.04 * h);
        return stage.Sprite(size, size, palette.Light, alpha) + "[l4];"
            + Invariant($"[l3][l4]overlay=x={x - middle:0}:y='{from - middle:0.#}+{way:0.##}*t/{stage.Seconds:0.###}'");
    }

    private static string Hills(SceneStage stage, string name, Tint colour, double top, double height, int divisor, double speed, int[] waves)
    {
        var canvas = stage.Canvas;
        var (w, h) = (Canvas.Part(canvas.Width, divisor), Canvas.Part((int)(canvas.Height * (1 - top + (2 * height))), divisor));
        var amplitude = canvas.Height * height / divisor;

        // Whole waves along the width: the right end meets the left one. A wide picture has more of them.
        var times = Math.Max(1, (int)Math.Round(canvas.Width / (canvas.Height * 0.6)));
        var ridge = string.Join('-', waves.Select((n, i) => Invariant($"{amplitude * 1.15 / (i + 1) / (i + 1):0.##}*sin(2*PI*{n * times}*X/{w}+{stage.Dice.Between(0, 6.28):0.##})")));
        var alpha = Invariant($"255*clip(Y-({amplitude * 1.6:0.#}-{ridge})+0.5,0,1)");
        return stage.Sprite(w, h, colour, alpha, Invariant($",scale={canvas.Width}:-2:flags=bicubic,split=2[h{name}a][h{name}b];[h{name}a][h{name}b]hstack")) + $"[h{name}];";
    }

    private static string Pass(string below, string name, double speed, Canvas canvas, double top, double height) =>
        Invariant($"[{below}][h{name}]overlay=x='-mod({speed:0.##}*t,{canvas.Width})':y={canvas.Height * (top - (1.3 * height)):0}");
}
