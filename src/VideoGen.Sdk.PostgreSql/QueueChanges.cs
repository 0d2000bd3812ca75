using Npgsql;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql;

/// <summary>
/// Hears of changes: those of this process at once, those of others by LISTEN on a connection of its own, which is opened when somebody first waits and again whenever it broke. Tells others after the commit and not
/// in it, and several changes at once: a commit that notifies takes a lock of the whole server. Should the word get lost, whoever waits looks by itself now and then. Safe for use by many threads at once.
/// </summary>
internal sealed class QueueChanges(PostgreSqlServer server) : IAsyncDisposable, IDisposable
{
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);

    private readonly QueueBell bell = new();
    private readonly QueueTelling telling = new(server);
    private readonly CancellationTokenSource stop = new();
    private readonly TaskCompletionSource triedToListen = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private Task? listening;

    /// <summary>The bell's mark now.</summary>
    public long Mark => bell.Mark;

    /// <summary>Tells who waits, here and elsewhere.</summary>
    public void Ring()
    {
        bell.Ring();
        telling.Tell();
    }

    /// <summary>Tells who waits elsewhere.</summary>
    public void TellOthers() => telling.Tell();

    /// <summary>Tells who waits, here and elsewhere, when this transaction is committed.</summary>
    public Task TellAtCommitAsync(PostgreSqlScope scope) => QueueTelling.TellAsync(scope, server.Schema, "");

    public async Task<long> WaitAsync(long after, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(stop.IsCancellationRequested, this);
            listening ??= Task.Run(ListenAsync, CancellationToken.None);
        }

        // A mark given out before somebody listens would miss what comes between. Where that fails the bell rings as soon as it has succeeded.
        await triedToListen.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        return await bell.WaitAsync(after, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => stop.Cancel();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        await telling.DisposeAsync().ConfigureAwait(false);
        await (listening ?? Task.CompletedTask).ConfigureAwait(false);
        stop.Dispose();
    }

    private async Task ListenAsync()
    {
        var pause = ShortestPause;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await ListenOnceAsync(() => pause = ShortestPause).ConfigureAwait(false);
            }
            catch (Exception exception) when (stop.IsCancellationRequested && (exception is OperationCanceledException || PostgreSqlRetry.IsOfServer(exception)))
            {
                return;
            }
            catch (Exception exception) when (PostgreSqlRetry.IsOfServer(exception))
            {
                // Whoever waits finds out by its next call what is wrong with the server, and until somebody listens again looks by itself.
                triedToListen.TrySetResult();
                await Task.WhenAny(Task.Delay(pause, TimeProvider.System, stop.Token)).ConfigureAwait(false);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                bell.Ring();
            }
        }
    }

    private async Task ListenOnceAsync(Action isListening)
    {
        var connection = await server.OpenAloneAsync(stop.Token).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            connection.Notification += (_, heard) => RingUnlessOwn(heard.Payload);
            await new PostgreSqlScope(connection, null).ExecuteAsync($"LISTEN \"{server.Schema}\"").ConfigureAwait(false);
            isListening();
            if (!triedToListen.TrySetResult())
            {
                bell.Ring();
            }

            while (true)
            {
                if (!await connection.WaitAsync(LookAnyway, stop.Token).ConfigureAwait(false))
                {
                    bell.Ring();
                }
            }
        }
    }

    private void RingUnlessOwn(string teller)
    {
        if (teller != telling.Name)
        {
            bell.Ring();
        }
    }
}
