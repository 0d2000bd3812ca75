using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.Costs.InMemory;

/// <summary>What one scope counts: its attempts by time, submissions, running places and open money.</summary>
internal sealed class ScopeLedger(LimitScope name)
{
    private readonly List<WindowMeter> windows = [];

    public LimitScope Name { get; } = name;

    public IReadOnlyList<WindowMeter> Windows => windows;

    public AttemptsByTime Attempts { get; } = new();

    /// <summary>Submissions whose POST began.</summary>
    public SortedInstants Submitted { get; } = new();

    /// <summary>Until when unverified attempts keep their running places.</summary>
    public SortedInstants Expiries { get; } = new();

    /// <summary>Submissions whose POST is still to come.</summary>
    public int Pending { get; private set; }

    /// <summary>Running places of attempts whose state is known.</summary>
    public int Running { get; private set; }

    /// <summary>Millionths held, known and unverified.</summary>
    public long OpenMicroUsd { get; private set; }

    public WindowMeter MeterOf(LimitWindow window)
    {
        // A scope has a handful of windows: looking is cheaper than hashing a zone.
        foreach (var known in windows)
        {
            if (known.Measures(window))
            {
                return known;
            }
        }

        var meter = new WindowMeter(window, this);
        windows.Add(meter);
        return meter;
    }

    public void Count(AttemptLine line, long microUsd, TimeSpan longestRun, int sign)
    {
        Pending += line.IsPending() ? sign : 0;
        Running += line.State is LineState.Reserved ? sign : 0;
        OpenMicroUsd += line.IsOpen() ? sign * microUsd : 0;
        Count(Submitted, line.SubmittedAt(), sign);
        Count(Expiries, line.PlaceUntil(longestRun), sign);
    }

    private static void Count(SortedInstants instants, DateTimeOffset? instant, int sign)
    {
        if (instant is not { } known)
        {
            return;
        }

        if (sign > 0)
        {
            instants.Add(known);
        }
        else
        {
            instants.Remove(known);
        }
    }
}
