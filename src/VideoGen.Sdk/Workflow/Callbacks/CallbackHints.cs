using Microsoft.Extensions.Logging;
using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Workflow.Callbacks;

/// <summary>
/// Follows hints after their senders were answered. Anyone can send one, so each attempt is asked about no more often than its vendor's poll floor, and few at once.
/// A vendor delivers what we answered only once, so a hint that cannot be followed is followed again until <see cref="Patience"/> ends.
/// </summary>
internal sealed partial class CallbackHints(HintInquiry inquiry, TimeProvider timeProvider, ILogger<CallbackHints> logger) : IAsyncDisposable
{
    private const int MostAtOnce = 256;

    // A stranger's claim must not push out the vendor's own while that one waits; and strangers could send any number.
    private const int MostClaims = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, List<CallbackHint>> next = new(StringComparer.Ordinal);
    private readonly HashSet<Task> running = [];
    private readonly CancellationTokenSource stopping = new();
    private bool isStopping;

    /// <summary>Follows it now, or when its attempt has rested; of several that claim the same the last counts. Too many at once are forgotten: their jobs are polled.</summary>
    public void Offer(CallbackHint hint)
    {
        var reference = hint.Intent.ClientReference;
        lock (gate)
        {
            if (next.TryGetValue(reference, out var waiting))
            {
                Queue(waiting, hint);
                return;
            }

            if (next.Count >= MostAtOnce || isStopping)
            {
                LogForgotten(hint.Intent.JobId);
                return;
            }

            next.Add(reference, []);
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
            var rest = await FollowAsync(hint).ConfigureAwait(false);
            await Task.Delay(rest, timeProvider, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Follows it once and says how long its attempt rests.</summary>
    private async Task<TimeSpan> FollowAsync(CallbackHint hint)
    {
        try
        {
            return await inquiry.FollowAsync(hint, stopping.Token).ConfigureAwait(false) ? hint.Provider.Descriptor.PollFloor : TimeSpan.Zero;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            var now = timeProvider.GetUtcNow();
            var again = hint with { Failures = hint.Failures + 1, FailedAt = hint.FailedAt ?? now };
            var rest = again.RestAfter((e as ProviderCallException)?.Failure);
            if (now + rest - again.FailedAt > Patience)
            {
                LogGivenUp(hint.Intent.JobId, hint.Reading.RemoteId, e);
            }
            else
            {
                LogInVain(hint.Intent.JobId, rest, e);
                lock (gate)
                {
                    Queue(next[hint.Intent.ClientReference], again);
                }
            }

            return rest;
        }
    }

    // The newest reading of a claim counts, but not as a fresh start: asking must not become faster by being told often.
    private void Queue(List<CallbackHint> waiting, CallbackHint hint)
    {
        var known = waiting.FindIndex(hint.ClaimsTheSameAs);
        if (known >= 0)
        {
            waiting[known] = hint.Failures > 0
                ? waiting[known] with { Failures = hint.Failures, FailedAt = hint.FailedAt }
                : hint with { Failures = waiting[known].Failures, FailedAt = waiting[known].FailedAt };
        }
        else if (waiting.Count < MostClaims)
        {
            waiting.Add(hint);
        }
        else if (hint.Reading.Verdict == CallbackVerdict.Verified && waiting.FindLastIndex(h => h.Reading.Verdict != CallbackVerdict.Verified) is >= 0 and var unsigned)
        {
            waiting[unsigned] = hint;
        }
        else
        {
            LogForgotten(hint.Intent.JobId);
        }
    }

    private CallbackHint? Next(string reference)
    {
        lock (gate)
        {
            if (next[reference] is [var hint, ..] waiting && !isStopping)
            {
                waiting.RemoveAt(0);
                return hint;
            }

            foreach (var left in next[reference].Where(h => h.Failures > 0))
            {
                LogLeft(left.Intent.JobId, left.Reading.RemoteId);
            }

            next.Remove(reference);
            return null;
        }
    }

    [LoggerMessage(1404, LogLevel.Warning, "Too many unsigned callbacks at once; the one about job {JobId} is left to polling.")]
    private partial void LogForgotten(string jobId);

    [LoggerMessage(1405, LogLevel.Information, "A hint about job {JobId} could not be followed and is followed again in {Rest}.")]
    private partial void LogInVain(string jobId, TimeSpan rest, Exception exception);

    [LoggerMessage(1406, LogLevel.Warning, "A hint about job {JobId} could not be followed for an hour and is given up. The job is polled; if it is left to a person because its submit's answer was lost, look for remote id {RemoteId} at the vendor and use ResolveAsync.")]
    private partial void LogGivenUp(string jobId, string? remoteId, Exception exception);

    [LoggerMessage(1407, LogLevel.Warning, "This process ends before a hint about job {JobId} could be followed. The job is polled; if it is left to a person because its submit's answer was lost, look for remote id {RemoteId} at the vendor and use ResolveAsync.")]
    private partial void LogLeft(string jobId, string? remoteId);
}
