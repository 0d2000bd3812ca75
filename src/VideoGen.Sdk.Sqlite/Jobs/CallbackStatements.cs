using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Sqlite.Jobs;

/// <summary>Statements on <c>callbacks</c>.</summary>
internal static class CallbackStatements
{
    public static bool Add(SqliteScope scope, CallbackNote note, string writeId) => scope.Execute(
        "INSERT INTO callbacks (provider, account, event_id, job_id, write_id, at) VALUES ($provider, $account, $event, $job, $write, $now) ON CONFLICT DO NOTHING",
        ("provider", note.Provider),
        ("account", note.Account),
        ("event", note.EventId),
        ("job", note.JobId),
        ("write", writeId),
        ("now", scope.Now)) == 1;

    public static bool IsKnown(SqliteScope scope, string provider, string account, string eventId) => scope.Any(
        "SELECT 1 FROM callbacks WHERE provider = $provider AND account = $account AND event_id = $event", ("provider", provider), ("account", account), ("event", eventId));

    public static bool WasWrittenBy(SqliteScope scope, CallbackNote note, string writeId) => scope.Any(
        "SELECT 1 FROM callbacks WHERE provider = $provider AND account = $account AND event_id = $event AND write_id = $write",
        ("provider", note.Provider),
        ("account", note.Account),
        ("event", note.EventId),
        ("write", writeId));
}
