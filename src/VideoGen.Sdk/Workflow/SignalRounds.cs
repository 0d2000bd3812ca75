using System.Collections.Concurrent;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>
/// Looks after the signals of all runs that sleep: every 15 seconds one question for them together, with one timer, however many there are. Whoever has news is woken.
/// A round that fails is made up for by the next one; whoever runs a job finds out by its own calls what is wrong with the store.
/// </summary>
internal sealed class SignalRounds(IJobStore store, Wakeups wakeups, TimeProvider timeProvider)
{
    /// <summary>How old the news of another process may be when it is heard.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(15);

    private const int MostInOne = 1_000;

    private readonly Wakeups wakeups = wakeups;
    private readonly TimeProvider timeProvider = timeProvider;
    private readonly DateTimeOffset began = timeProvider.GetUtcNow();
    private readonly ConcurrentDictionary<string, Sleeper> sleepers = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private ITimer? timer;

    /// <summary>From now on the run is looked after, until disposed; one that wakes before the next round needs nobody.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="known">The signals that are no news to it.</param>
    /// <param name="delay">How long it sleeps.</param>
    public Sleeper Join(string jobId, JobSignals known, TimeSpan delay)
    {
        var sleeper = new Sleeper(this, jobId, known);
        if (delay > UntilNext())
        {
            sleepers[jobId] = sleeper;
            lock (gate)
            {
                timer ??= Begin();
            }
        }

        return sleeper;
    }

    // Nobody's in particular: it outlives the run that happened to come first.
    private ITimer Begin()
    {
        using (ExecutionContext.SuppressFlow())
        {
            return timeProvider.CreateTimer(_ => Go(), null, UntilNext(), Period);
        }
    }

    private void Go()
    {
        lock (gate)
        {
            if (sleepers.IsEmpty)
            {
                timer?.Dispose();
                timer = null;
            }
        }

        _ = LookAsync();
    }

    private async Task LookAsync()
    {
        foreach (var some in sleepers.Values.Chunk(MostInOne))
        {
            try
            {
                var now = timeProvider.GetUtcNow();
                var signals = await store.GetSignalsAsync([.. some.Select(sleeper => sleeper.JobId)], CancellationToken.None).ConfigureAwait(false);
                foreach (var sleeper in some)
                {
                    sleeper.See(signals.GetValueOrDefault(sleeper.JobId) ?? new JobSignals(), now);
                }
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                return;
            }
        }
    }

    private TimeSpan UntilNext()
    {
        var passed = (timeProvider.GetUtcNow() - began).Ticks % Period.Ticks;
        return TimeSpan.FromMilliseconds(Math.Ceiling(TimeSpan.FromTicks(Period.Ticks - (passed < 0 ? 0 : passed)).TotalMilliseconds));
    }

    /// <summary>A run that sleeps.</summary>
    internal sealed class Sleeper(SignalRounds rounds, string jobId, JobSignals known) : IDisposable
    {
        private long seenAt;

        public string JobId => jobId;

        /// <summary>The signals that it knew, if a round has found no others and not long ago; else null.</summary>
        public JobSignals? StillKnown => rounds.timeProvider.GetUtcNow().UtcTicks - Interlocked.Read(ref seenAt) <= Period.Ticks ? known : null;

        public void See(JobSignals signals, DateTimeOffset at)
        {
            if (signals == known)
            {
                Interlocked.Exchange(ref seenAt, at.UtcTicks);
            }
            else
            {
                rounds.wakeups.Wake(jobId);
            }
        }

        public void Dispose() => rounds.sleepers.TryRemove(new KeyValuePair<string, Sleeper>(jobId, this));
    }
}
