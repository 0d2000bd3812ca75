using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Sqlite.Jobs;

/// <summary>Hears of changes: those of this process at once, those of others by the file's <c>data_version</c>, looked at while somebody waits.</summary>
internal sealed class QueueChanges(SqliteDatabase database)
{
    private const long Never = -1;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    private readonly QueueBell bell = new();
    private long seen = Never;

    /// <summary>Tells who waits in this process, once the write is durable.</summary>
    public async Task<T> RingAfterAsync<T>(Task<T> write, bool isChange = true)
    {
        var result = await write.ConfigureAwait(false);
        if (isChange)
        {
            bell.Ring();
        }

        return result;
    }

    public async Task<long> WaitAsync(long after, CancellationToken cancellationToken)
    {
        while (true)
        {
            await LookAsync(cancellationToken).ConfigureAwait(false);
            using var nextLook = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var rung = bell.WaitAsync(after, nextLook.Token);
            if (await Task.WhenAny(rung, Task.Delay(LookEvery, database.Clock, nextLook.Token)).ConfigureAwait(false) == rung)
            {
                var mark = await rung.ConfigureAwait(false);
                await nextLook.CancelAsync().ConfigureAwait(false);
                return mark;
            }

            await nextLook.CancelAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    // The writer's own commits do not move its data_version: what moves it is another process, or a fresh connection.
    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var version = await database.GetDataVersionAsync(cancellationToken).ConfigureAwait(false);
        if (Interlocked.Exchange(ref seen, version) is var before && before != version && before != Never)
        {
            bell.Ring();
        }
    }
}
