using VideoGen.Sdk.Contracts;

namespace VideoGen.Sdk.Tests.Workflow.World;

/// <summary>A clock that tests own, which knows who sleeps on it. A deadline or a heartbeat is no sleeper: only a <see cref="Task"/> that waits for its time is.</summary>
internal sealed partial class SteppedClock(DateTimeOffset start) : StandingClock(start)
{
    // Owners beat every ten seconds: longer strides would look like a machine that slept.
    private static readonly TimeSpan Stride = TimeSpan.FromSeconds(5);

    private static readonly AsyncLocal<object?> Sleeping = new();

    private readonly Lock gate = new();
    private readonly List<Sleeper> sleepers = [];
    private TaskCompletionSource slept = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done as soon as one more sleeper lies down.</summary>
    public Task NextSleeper
    {
        get
        {
            lock (gate)
            {
                return slept.Task;
            }
        }
    }

    public int Sleepers
    {
        get
        {
            lock (gate)
            {
                return sleepers.Count;
            }
        }
    }

    /// <summary>Marks whoever is begun from here on, in this flow alone, as one of a group.</summary>
    public static void Join(object group) => Sleeping.Value = group;

    /// <summary>How many of a group sleep.</summary>
    public int SleepersOf(object group)
    {
        lock (gate)
        {
            return sleepers.Count(s => s.Group == group);
        }
    }

    /// <summary>Moves to the time at which the first sleeper wakes. False: nobody sleeps.</summary>
    public bool StepToFirst()
    {
        DateTimeOffset first;
        lock (gate)
        {
            if (sleepers.Count == 0)
            {
                return false;
            }

            first = sleepers.Min(s => s.WakesAt);
        }

        // A sleeper that lay down while time moved wakes a little after the time that was noted for it.
        var span = first - GetUtcNow();
        Pass(span > TimeSpan.Zero ? span : TimeSpan.FromSeconds(1));
        return true;
    }

    /// <summary>Lets time pass in strides, so that living owners renew on the way.</summary>
    public void Pass(TimeSpan span)
    {
        var end = GetUtcNow() + span;
        for (var left = span; left > TimeSpan.Zero; left = end - GetUtcNow())
        {
            var stride = span > TimeSpan.FromHours(1) ? span / 500 : Stride;
            Advance(left < stride ? left : stride);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (state is not Task || dueTime <= TimeSpan.Zero)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        // Counted only once its timer runs: time must not move for somebody who has not lain down yet.
        var sleeper = new Sleeper(this, GetUtcNow() + dueTime, Sleeping.Value);
        sleeper.Timer = base.CreateTimer(Rise, state, dueTime, period);
        TaskCompletionSource told;
        lock (gate)
        {
            if (!sleeper.IsUp)
            {
                sleepers.Add(sleeper);
            }

            (told, slept) = (slept, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        told.TrySetResult();
        return sleeper;

        // Up from the moment the timer rings, not from when the woken one gets a thread: on a busy machine time would run on meanwhile.
        void Rise(object? woken)
        {
            Wake(sleeper);
            callback(woken);
        }
    }

    private void Wake(Sleeper sleeper)
    {
        lock (gate)
        {
            sleeper.IsUp = true;
            sleepers.Remove(sleeper);
        }
    }

    private sealed class Sleeper(SteppedClock clock, DateTimeOffset wakesAt, object? group) : ITimer
    {
        public DateTimeOffset WakesAt => wakesAt;

        public object? Group => group;

        public bool IsUp { get; set; }

        public ITimer? Timer { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period) => Timer!.Change(dueTime, period);

        public void Dispose()
        {
            clock.Wake(this);
            Timer?.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
