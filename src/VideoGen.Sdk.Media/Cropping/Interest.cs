using VideoGen.Sdk.Media.Sampling;

namespace VideoGen.Sdk.Media.Cropping;

/// <summary>How much there is to see in each column (or row) of a frame: skin, what moves by itself, what has another colour than most, and fine detail.</summary>
internal static class Interest
{
    private const double SkinWeight = 3;
    private const double MotionWeight = 2;
    private const double ColourWeight = 1.5;
    private const double DetailWeight = 1;

    /// <summary>Each kind of interest counts by its share of the frame, so that a busy background does not drown a face.</summary>
    public static double[] Profile(SampledFrame frame, SampledFrame? before, bool isAcross)
    {
        var profile = new double[isAcross ? frame.Width : frame.Height];
        Add(profile, frame, isAcross, Skin(frame), SkinWeight);
        Add(profile, frame, isAcross, Colour(frame), ColourWeight);
        Add(profile, frame, isAcross, Detail(frame), DetailWeight);
        if (before is not null)
        {
            Add(profile, frame, isAcross, Motion(frame, before), MotionWeight);
        }

        return profile;
    }

    private static void Add(double[] profile, SampledFrame frame, bool isAcross, double[] map, double weight)
    {
        var total = map.Sum();

        // Less than a speck, or nearly all of it: that tells nothing.
        var share = map.Count(v => v > 0) / (double)map.Length;
        if (total <= 0 || share < 0.002)
        {
            return;
        }

        var scale = weight * (1 - (share * share)) / total;
        for (var i = 0; i < map.Length; i++)
        {
            profile[isAcross ? i % frame.Width : i / frame.Width] += map[i] * scale;
        }
    }

    private static double[] Skin(SampledFrame frame)
    {
        var map = new double[frame.Luma.Length];
        for (var i = 0; i < map.Length; i++)
        {
            int r = frame.Pixels[3 * i], g = frame.Pixels[(3 * i) + 1], b = frame.Pixels[(3 * i) + 2];
            var (sum, light) = (Math.Max(1, r + g + b), Math.Max(r, Math.Max(g, b)));
            var (red, green) = ((double)r / sum, (double)g / sum);

            // Skin of every shade lies in this corner of red and green shares; heads are above what carries them.
            map[i] = light > 50 && red is > 0.36 and < 0.52 && green is > 0.27 and < 0.345 && r > b + 12 ? 1.25 - (0.5 * (i / frame.Width) / frame.Height) : 0;
        }

        return map;
    }

    private static double[] Motion(SampledFrame frame, SampledFrame before)
    {
        var map = new double[frame.Luma.Length];
        for (var i = 0; i < map.Length; i++)
        {
            map[i] = Math.Abs(frame.Luma[i] - before.Luma[i]);
        }

        return AboveUsual(map, 6);
    }

    private static double[] Colour(SampledFrame frame)
    {
        var map = new double[frame.Luma.Length];
        var middle = new double[3];
        for (var i = 0; i < frame.Pixels.Length; i++)
        {
            middle[i % 3] += frame.Pixels[i] / (double)map.Length;
        }

        for (var i = 0; i < map.Length; i++)
        {
            double r = frame.Pixels[3 * i] - middle[0], g = frame.Pixels[(3 * i) + 1] - middle[1], b = frame.Pixels[(3 * i) + 2] - middle[2];
            map[i] = Math.Sqrt((r * r) + (g * g) + (b * b));
        }

        return AboveUsual(map, 20);
    }

    private static double[] Detail(SampledFrame frame)
    {
        var (map, luma, w) = (new double[frame.Luma.Length], frame.Luma, frame.Width);
        for (var y = 1; y < frame.Height - 1; y++)
        {
            for (var x = 1; x < w - 1; x++)
            {
                var i = (y * w) + x;
                map[i] = Math.Abs(luma[i + 1] - luma[i - 1]) + Math.Abs(luma[i + w] - luma[i - w]);
            }
        }

        return AboveUsual(map, 8);
    }

    /// <summary>Only what stands out from the frame's average.</summary>
    private static double[] AboveUsual(double[] map, double margin)
    {
        var usual = map.Average() + margin;
        return [.. map.Select(v => Math.Max(0, v - usual))];
    }
}
