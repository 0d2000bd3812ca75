namespace VideoGen.Sdk.PostgreSql;

/// <summary>Tells other processes that the queue changed: at once after a silence, else at most every five milliseconds, which is as often as anybody needs to hear it. Safe for use by many threads at once.</summary>
internal sealed class QueueTelling(PostgreSqlServer server) : IAsyncDisposable
{
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(5);

    private readonly Lock gate = new();
    private Task running = Task.CompletedTask;
    private bool isUntold;
    private bool isRunning;

    /// <summary>By which this process knows its own word.</summary>
    public string Name { get; } = Guid.NewGuid().ToString("N");

    public static Task TellAsync(PostgreSqlScope scope, string schema, string name) => scope.ExecuteAsync("SELECT pg_notify(@channel, @name)", ("channel", schema), ("name", name));

    public void Tell()
    {
        lock (gate)
        {
            isUntold = true;
            if (!isRunning)
            {
                isRunning = true;
                running = Task.Run(RunAsync, CancellationToken.None);
            }
        }
    }

    /// <summary>What was still to be said has been said.</summary>
    public async ValueTask DisposeAsync() => await running.ConfigureAwait(false);

    private async Task RunAsync()
    {
        while (IsToTell())
        {
            try
            {
                var connection = await server.OpenAsync(CancellationToken.None).ConfigureAwait(false);
                await using (connection.ConfigureAwait(false))
                {
                    await TellAsync(new PostgreSqlScope(connection, null), server.Schema, Name).ConfigureAwait(false);
                }
            }
            catch (Exception exception) when (PostgreSqlRetry.IsOfServer(exception) || exception is ObjectDisposedException)
            {
                // The change itself is durable. Others have lost the server too and look by themselves when they have it back.
            }

            await Task.Delay(Gap, TimeProvider.System).ConfigureAwait(false);
        }
    }

    private bool IsToTell()
    {
        lock (gate)
        {
            isRunning = isUntold;
            isUntold = false;
            return isRunning;
        }
    }
}
