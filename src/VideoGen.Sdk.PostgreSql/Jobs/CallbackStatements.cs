using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>Statements on <c>callbacks</c>.</summary>
internal static class CallbackStatements
{
    public static async Task<bool> AddAsync(PostgreSqlScope scope, CallbackNote note, string writeId) => await scope.ExecuteAsync(
        "INSERT INTO callbacks (provider, account, event_id, job_id, write_id, at) VALUES (@provider, @account, @event, @job, @write, @now) ON CONFLICT DO NOTHING",
        ("provider", note.Provider),
        ("account", note.Account),
        ("event", note.EventId),
        ("job", note.JobId),
        ("write", writeId),
        ("now", scope.Now)).ConfigureAwait(false) == 1;

    public static Task<bool> IsKnownAsync(PostgreSqlScope scope, string provider, string account, string eventId) => scope.AnyAsync(
        "SELECT 1 FROM callbacks WHERE provider = @provider AND account = @account AND event_id = @event", ("provider", provider), ("account", account), ("event", eventId));

    public static Task<bool> WasWrittenByAsync(PostgreSqlScope scope, CallbackNote note, string writeId) => scope.AnyAsync(
        "SELECT 1 FROM callbacks WHERE provider = @provider AND account = @account AND event_id = @event AND write_id = @write",
        ("provider", note.Provider),
        ("account", note.Account),
        ("event", note.EventId),
        ("write", writeId));
}
