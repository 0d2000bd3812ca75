using Microsoft.Extensions.Logging;

namespace VideoGen.Sdk.Workflow.Callbacks;

/// <summary>Follows hints after their senders were answered. Anyone can send one, so each attempt is asked about no more often than its vendor's poll floor, and few at once.</summary>
internal sealed partial class CallbackHints(HintInquiry inquiry, TimeProvider timeProvider, ILogger<CallbackHints> logger) : IAsyncDisposable
{
    private const int MostAtOnce = 256;

    private readonly Lock gate = new();
    private readonly Dictionary<string, CallbackHint?> next = new(StringComparer.Ordinal);
    private readonly HashSet<Task> running = [];
    private readonly CancellationTokenSource stopping = new();
    private bool isStopping;

    /// <summary>Follows it now, or when its attempt has rested; the last of several counts. Too many at once are forgotten: their jobs are polled.</summary>
    public void Offer(CallbackHint hint)
    {
        var reference = hint.Intent.ClientReference;
        lock (gate)
        {
            if (next.ContainsKey(reference))
            {
                next[reference] = hint;
                return;
            }

            if (next.Count >= MostAtOnce || isStopping)
            {
                LogForgotten(hint.Intent.JobId);
                return;
            }

            next.Add(reference, null);
            var follow = Task.Run(() => FollowAllAsync(hint));
            running.Add(follow);
            _ = follow.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task[] left;
        lock (gate)
        {
            if (isStopping)
            {
                return;
            }

            isStopping = true;
            left = [.. running];
        }

        await stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(left).ConfigureAwait(false);
        stopping.Dispose();
    }

    private void Forget(Task follow)
    {
        lock (gate)
        {
            running.Remove(follow);
        }
    }

    private async Task FollowAllAsync(CallbackHint first)
    {
        for (CallbackHint? hint = first; hint is not null; hint = Next(hint.Intent.ClientReference))
        {
            try
            {
                await inquiry.FollowAsync(hint, stopping.Token).ConfigureAwait(false);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // Whatever it was, nothing is lost: the job is polled, and a lost answer is looked up.
                LogInVain(hint.Intent.JobId, e);
            }

            await Task.Delay(hint.Provider.Descriptor.PollFloor, timeProvider, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private CallbackHint? Next(string reference)
    {
        lock (gate)
        {
            if (next[reference] is { } waiting && !isStopping)
            {
                next[reference] = null;
                return waiting;
            }

            next.Remove(reference);
            return null;
        }
    }

    [LoggerMessage(1404, LogLevel.Warning, "Too many unsigned callbacks at once; the one about job {JobId} is left to polling.")]
    private partial void LogForgotten(string jobId);

    [LoggerMessage(1405, LogLevel.Information, "A hint about job {JobId} could not be followed; the job is polled all the same.")]
    private partial void LogInVain(string jobId, Exception exception);
}
