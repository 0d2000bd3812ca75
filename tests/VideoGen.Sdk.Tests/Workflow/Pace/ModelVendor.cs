using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow.Pace;

/// <summary>A vendor whose run times follow a law, and videos that are waited for one after the other: how often each was asked after, and how late its end was found. Seeded: the same every time.</summary>
internal sealed class ModelVendor(TimeSpan typical, TimeSpan floor, int seed)
{
    private readonly Random random = new(seed);
    private readonly Queue<TimeSpan> learned = new();

    public List<(TimeSpan Took, int Calls, TimeSpan Lag)> Videos { get; } = [];

    public void Make(int videos, Func<Random, double> secondsOf)
    {
        for (var made = 0; made < videos; made++)
        {
            Make(TimeSpan.FromSeconds(secondsOf(random)));
        }
    }

    public static double Lognormal(Random random, double median, double sigma)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return median * Math.Exp(sigma * normal);
    }

    /// <summary>Calls per video and the median lag, as a share of the run and as a time, over videos from this one on.</summary>
    public (double Calls, double LagShare, TimeSpan Lag) From(int first)
    {
        var some = Videos.Skip(first).ToList();
        return (some.Average(video => video.Calls), some.Select(video => video.Lag / video.Took).Order().ElementAt(some.Count / 2), some.Select(video => video.Lag).Order().ElementAt(some.Count / 2));
    }

    private void Make(TimeSpan took)
    {
        TimeSpan[] runs = [.. learned.Order()];
        var (calls, asked, before) = (1, TimeSpan.Zero, TimeSpan.Zero);
        while (asked < took)
        {
            var wait = PollSchedule.Wait(asked, runs, typical) * (0.9 + (0.2 * random.NextDouble()));
            (before, asked, calls) = (asked, asked + (wait < floor ? floor : wait), calls + 1);
        }

        Videos.Add((took, calls, asked - took));
        learned.Enqueue(before + ((asked - before) / 2));
        if (learned.Count > RunKind.Kept)
        {
            learned.Dequeue();
        }
    }
}
