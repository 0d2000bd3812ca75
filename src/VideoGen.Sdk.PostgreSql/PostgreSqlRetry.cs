using System.Net.Sockets;
using Npgsql;

namespace VideoGen.Sdk.PostgreSql;

/// <summary>Runs again what collided with another transaction, and, for a bounded time, what met a server that was gone. Both wrote nothing.</summary>
internal sealed class PostgreSqlRetry(PostgreSqlServer server, TimeSpan reconnectTimeout)
{
    private const int Collisions = 20;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    public async Task<T> RunAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        var pause = TimeSpan.FromMilliseconds(50);
        for (var collisions = 0; ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return await call().ConfigureAwait(false);
            }
            catch (Exception exception) when (IsOfServer(exception))
            {
                if (PostgreSqlErrors.IsCollision(exception) && collisions++ < Collisions)
                {
                    continue;
                }

                if (!PostgreSqlErrors.IsGone(exception) || TimeProvider.System.GetElapsedTime(began) + pause > reconnectTimeout)
                {
                    throw PostgreSqlErrors.From(exception, server.Place);
                }
            }

            server.Forget();
            await Task.Delay(pause, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    public static bool IsOfServer(Exception exception) => exception is NpgsqlException or SocketException or IOException or TimeoutException;
}
