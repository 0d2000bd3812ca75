using System.Collections.Concurrent;

namespace VideoGen.Sdk.Workflow;

/// <summary>Ends waits of this process early: after a signal there is no reason to sleep on. Of a wake without a watcher only the number is kept; the store keeps the signal.</summary>
internal sealed class Wakeups(TimeProvider timeProvider)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> watched = new();

    private long unheard;

    /// <summary>How many wakes nobody watched for.</summary>
    public long Unheard => Interlocked.Read(ref unheard);

    public void Wake(string jobId)
    {
        if (watched.TryRemove(jobId, out var watcher))
        {
            watcher.TrySetResult();
        }
        else
        {
            Interlocked.Increment(ref unheard);
        }
    }

    /// <summary>From now on wakes of this job are heard, until disposed.</summary>
    public Watch Attend(string jobId) => new(this, jobId, watched.GetOrAdd(jobId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)));

    internal readonly struct Watch(Wakeups wakeups, string jobId, TaskCompletionSource woken) : IDisposable
    {
        /// <summary>Sleeps; true when woken before the time.</summary>
        public async Task<bool> SleepAsync(TimeSpan delay, CancellationToken cancellationToken)
        {
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var timer = Task.Delay(delay > TimeSpan.Zero ? delay : TimeSpan.Zero, wakeups.TimeProvider, ended.Token);
            await Task.WhenAny(timer, woken.Task).ConfigureAwait(false);
            await ended.CancelAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return woken.Task.IsCompleted;
        }

        /// <summary>Stops listening; false when it was woken before.</summary>
        public bool Leave() => wakeups.watched.TryRemove(new KeyValuePair<string, TaskCompletionSource>(jobId, woken));

        public void Dispose() => Leave();
    }

    private TimeProvider TimeProvider => timeProvider;
}
