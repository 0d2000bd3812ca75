using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>Sleeps between two steps of a run. A wake-up in this process ends it at once, a signal left in the store by another process soon.</summary>
internal sealed class RunPause(SignalReads signals, Wakeups wakeups, TimeProvider timeProvider)
{
    private static readonly TimeSpan SignalCheck = TimeSpan.FromSeconds(15);

    private readonly DateTimeOffset began = timeProvider.GetUtcNow();

    /// <summary>To be taken before the signals are read that a step acts on.</summary>
    public long Mark => wakeups.Unheard;

    /// <summary>Sleeps until the time has come, or a signal arrives that was not there before.</summary>
    public async Task SleepAsync(string jobId, TimeSpan delay, JobSignals known, long mark, CancellationToken cancellationToken)
    {
        if (delay <= TimeSpan.Zero)
        {
            return;
        }

        // Timers know whole milliseconds: a shorter rest would be slept in no time, again and again.
        delay = TimeSpan.FromMilliseconds(Math.Ceiling(delay.TotalMilliseconds));
        var until = timeProvider.GetUtcNow() + delay;
        using var watch = wakeups.Attend(jobId);

        // Once more now that wakes are heard, if one was not: a signal that came while the stage was at work would else wait for the next check.
        if (mark != wakeups.Unheard && await IsNewsAsync(jobId, known, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        for (var left = delay; left > TimeSpan.Zero; left = until - timeProvider.GetUtcNow())
        {
            var check = UntilCheck();
            if (await watch.SleepAsync(left < check ? left : check, cancellationToken).ConfigureAwait(false)
                || (left > check && await IsNewsAsync(jobId, known, cancellationToken).ConfigureAwait(false)))
            {
                return;
            }
        }
    }

    private async Task<bool> IsNewsAsync(string jobId, JobSignals known, CancellationToken cancellationToken) =>
        await signals.OfAsync(jobId).WaitAsync(cancellationToken).ConfigureAwait(false) != known;

    // All look at the same moments, so that their questions are asked together.
    private TimeSpan UntilCheck()
    {
        var passed = (timeProvider.GetUtcNow() - began).Ticks % SignalCheck.Ticks;
        return TimeSpan.FromMilliseconds(Math.Ceiling(TimeSpan.FromTicks(SignalCheck.Ticks - (passed < 0 ? 0 : passed)).TotalMilliseconds));
    }
}
