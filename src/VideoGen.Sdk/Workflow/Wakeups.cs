using System.Collections.Concurrent;

namespace VideoGen.Sdk.Workflow;

/// <summary>Ends waits of this process early: after a signal there is no reason to sleep on. A wake without a sleeper is forgotten; the store keeps the signal.</summary>
internal sealed class Wakeups(TimeProvider timeProvider)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> sleepers = new();

    public void Wake(string jobId)
    {
        if (sleepers.TryRemove(jobId, out var sleeper))
        {
            sleeper.TrySetResult();
        }
    }

    /// <summary>Sleeps; true when woken before the time.</summary>
    public async Task<bool> SleepAsync(string jobId, TimeSpan delay, CancellationToken cancellationToken)
    {
        var woken = sleepers.GetOrAdd(jobId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var timer = Task.Delay(delay > TimeSpan.Zero ? delay : TimeSpan.Zero, timeProvider, ended.Token);
        await Task.WhenAny(timer, woken.Task).ConfigureAwait(false);
        await ended.CancelAsync().ConfigureAwait(false);
        sleepers.TryRemove(new KeyValuePair<string, TaskCompletionSource>(jobId, woken));
        cancellationToken.ThrowIfCancellationRequested();
        return woken.Task.IsCompleted;
    }
}
