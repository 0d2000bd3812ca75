using System.Globalization;
using Npgsql;

namespace VideoGen.Sdk.PostgreSql;

/// <summary>The store's clock is the SQL function <c>videogen_now()</c> and nothing else; tests tell it the time, per transaction.</summary>
internal sealed class PostgreSqlClock(TimeProvider? shifted)
{
    // The transaction's number costs nothing more here, and tells after a lost connection whether the server still works on its commit.
    private const string Write = "SELECT videogen_now() AS now, pg_current_xact_id()::text AS number";

    private const string Read = "SELECT videogen_now() AS now, '' AS number";

    private const string Locked = "SELECT videogen_locked_now(@lock) AS now, pg_current_xact_id()::text AS number";

    /// <summary>Reads the time and the number of the write transaction that this exchange begins, after the lock, if any.</summary>
    public static List<(DateTimeOffset Now, string Number)> Begin(PostgreSqlExchange exchange, string? lockName) =>
        lockName is null ? exchange.Add(Write, Moment) : exchange.Add(Locked, Moment, ("lock", lockName));

    /// <summary>A question for the time, outside a transaction.</summary>
    public static List<DateTimeOffset> Ask(PostgreSqlExchange exchange) => exchange.Add(Read, row => row.Time("now"));

    /// <summary>Takes the lock, then reads the time, in one exchange with the server.</summary>
    public async Task<(DateTimeOffset Now, string Number)> BeginAsync(NpgsqlConnection connection, string? lockName, bool isWriting)
    {
        await ShiftAsync(connection, isLocal: true).ConfigureAwait(false);
        var scope = new PostgreSqlScope(connection, null);
        return lockName is null
            ? await scope.FirstAsync(isWriting ? Write : Read, Moment).ConfigureAwait(false)
            : await scope.FirstAsync(Locked, Moment, ("lock", lockName)).ConfigureAwait(false);
    }

    /// <summary>The time, outside a transaction.</summary>
    public async Task<DateTimeOffset> NowAsync(NpgsqlConnection connection)
    {
        await ShiftAsync(connection, isLocal: false).ConfigureAwait(false);
        return (await new PostgreSqlScope(connection, null).FirstAsync(Read, Moment).ConfigureAwait(false)).Now;
    }

    /// <summary>Throws as a transient fault while the server still works on the transaction: a read past it would tell too early that nothing was written.</summary>
    public static async Task MustHaveEndedAsync(NpgsqlConnection connection, string number)
    {
        bool isRunning;
        try
        {
            isRunning = await new PostgreSqlScope(connection, null)
                .AnyAsync("SELECT 1 WHERE pg_xact_status(@number::xid8) = 'in progress'", ("number", number)).ConfigureAwait(false);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InvalidParameterValue)
        {
            // "In the future": the server crashed before a byte of that transaction was on its disk.
            return;
        }

        if (isRunning)
        {
            throw new IOException("The server has not ended the transaction whose connection was lost.");
        }
    }

    private static (DateTimeOffset Now, string Number) Moment(PostgreSqlRow row) => (row.Time("now"), row.Text("number"));

    /// <summary>Tests only: tells the server the time, for this transaction or for good.</summary>
    public async Task ShiftAsync(NpgsqlConnection connection, bool isLocal)
    {
        if (shifted is null)
        {
            return;
        }

        var time = shifted.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff'+00'", CultureInfo.InvariantCulture);
        await new PostgreSqlScope(connection, null).ExecuteAsync("SELECT set_config('videogen.now', @time, @local)", ("time", time), ("local", isLocal)).ConfigureAwait(false);
    }
}
