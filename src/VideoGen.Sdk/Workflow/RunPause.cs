using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>Sleeps between two steps of a run. A wake-up in this process ends it at once, a signal left in the store by another process soon.</summary>
internal sealed class RunPause(SignalReads signals, SignalRounds rounds, Wakeups wakeups, TimeProvider timeProvider)
{
    /// <summary>To be taken before the signals are read that a step acts on.</summary>
    public long Mark => wakeups.Unheard;

    /// <summary>Sleeps until the time has come, or a signal arrives that was not there before.</summary>
    /// <returns>The signals as they were known, when the time came and nothing new was found a short while ago; null when they are to be read.</returns>
    public async Task<JobSignals?> SleepAsync(string jobId, TimeSpan delay, JobSignals known, long mark, CancellationToken cancellationToken)
    {
        if (delay <= TimeSpan.Zero)
        {
            return null;
        }

        // Timers know whole milliseconds: a shorter rest would be slept in no time, again and again.
        delay = TimeSpan.FromMilliseconds(Math.Ceiling(delay.TotalMilliseconds));
        var until = timeProvider.GetUtcNow() + delay;
        using var watch = wakeups.Attend(jobId);

        // Once more now that wakes are heard, if one was not: a signal that came while the stage was at work would else wait for the next round.
        if (mark != wakeups.Unheard && await signals.OfAsync(jobId).WaitAsync(cancellationToken).ConfigureAwait(false) != known)
        {
            return null;
        }

        var left = until - timeProvider.GetUtcNow();
        using var sleeper = rounds.Join(jobId, known, left);
        var isWoken = await watch.SleepAsync(left, cancellationToken).ConfigureAwait(false);
        return !isWoken && watch.Leave() && mark == wakeups.Unheard ? sleeper.StillKnown : null;
    }
}
