using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Media.Probing;
using VideoGen.Sdk.Media.Running;
using VideoGen.Sdk.Media.Sampling;

namespace VideoGen.Sdk.Media.Cropping;

/// <summary>Decides what a smart crop keeps: the window with most in it, steady within a shot unless its subject walks away, free to jump at a cut.</summary>
internal sealed class CropPlanner(IToolRunner runner, MediaOptions options)
{
    private const int Side = 128;

    /// <summary>Below this share of the free way a subject's movement is not followed: a still window looks better.</summary>
    private const double Steady = 0.06;

    private readonly FrameSampler sampler = new(runner, options);

    /// <summary>Looks through a video.</summary>
    /// <param name="input">The video.</param>
    /// <param name="file">What was measured of it.</param>
    /// <param name="width">Pixels across of the frame.</param>
    /// <param name="height">Pixels down of the frame.</param>
    /// <param name="from">Where the part begins that is shown.</param>
    /// <param name="length">How long that is.</param>
    /// <param name="folder">Where the commands are put.</param>
    /// <param name="name">What their file is called.</param>
    /// <param name="pace">How many times faster it is shown.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="MediaException">It cannot be decoded.</exception>
    public async Task<CropPath> PlanAsync(
        string input, Inspection file, int width, int height, TimeSpan from, TimeSpan length, WorkFolder folder, string name, double pace, CancellationToken cancellationToken)
    {
        var frames = await sampler.SampleAsync(input, file, from, length, Side, folder, cancellationToken).ConfigureAwait(false);
        return await Task.Run(() => Plan(frames, (double)width / height, from.TotalSeconds, folder, name, pace), cancellationToken).ConfigureAwait(false);
    }

    internal static CropPath Plan(IReadOnlyList<SampledFrame> frames, double shape, double from, WorkFolder folder, string name, double pace = 1)
    {
        if (frames.Count == 0)
        {
            return new CropPath([], IsAcross: true, null);
        }

        var isAcross = (double)frames[0].Width / frames[0].Height >= shape;
        var window = isAcross ? frames[0].Height * shape / frames[0].Width : frames[0].Width / shape / frames[0].Height;
        var cuts = Cuts.Find(frames);
        var scores = frames.Select((frame, i) => WindowScores.Of(Interest.Profile(frame, cuts[i] ? null : frames[i - 1], isAcross), window)).ToList();
        var shares = WindowTrack.Find(scores, cuts);
        var points = new List<(double At, double Share)>();
        for (var start = 0; start < frames.Count;)
        {
            var end = start + 1;
            while (end < frames.Count && !cuts[end])
            {
                end++;
            }

            AddShot(points, frames, shares, start, end, from);
            start = end;
        }

        points = [.. points.Select(p => (p.At / pace, p.Share))];
        var path = new CropPath(points, isAcross, points.Max(p => p.Share) - points.Min(p => p.Share) < 0.001 ? null : name);
        if (path.CommandFile is not null)
        {
            File.WriteAllLines(folder.File(name), path.Commands());
        }

        return path;
    }

    private static void AddShot(List<(double At, double Share)> points, IReadOnlyList<SampledFrame> frames, double[] shares, int start, int end, double from)
    {
        var shot = shares[start..end];
        var isSteady = shot.Max() - shot.Min() < Steady;
        var middle = shot.Order().ElementAt(shot.Length / 2);
        for (var i = start; i < end; i++)
        {
            points.Add((frames[i].At - from, isSteady ? middle : shares[i]));
        }

        // Held up to the very cut; half a frame of the next shot in the old window would flash.
        var until = end < frames.Count ? frames[end].At - from - 0.001 : points[^1].At + 1;
        points.Add((until, points[^1].Share));
    }
}
