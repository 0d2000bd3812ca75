using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>Statements on <c>submission_intents</c>.</summary>
internal static class IntentStatements
{
    private const string Columns =
        "job_id, attempt, client_reference, provider, account, model, route, content_type, content_protected, content, idempotency_key, is_replayable, saved_at";

    private const string Values = "@job, @attempt, @reference, @provider, @account, @model, @route, @type, @protected, @content, @key, @replayable";

    private const string InsertOfWritten =
        $"INSERT INTO submission_intents ({Columns}) SELECT {Values}, videogen_now() FROM jobs WHERE id = @job AND write_id = @write ON CONFLICT DO NOTHING RETURNING saved_at";

    public static Task<SubmissionIntent?> FindAsync(PostgreSqlScope scope, ProtectedBytes bytes, string jobId, int attempt) => scope.FirstAsync(
        $"SELECT {Columns} FROM submission_intents WHERE job_id = @job AND attempt = @attempt", row => Read(row, bytes), ("job", jobId), ("attempt", attempt));

    public static Task<SubmissionIntent?> FindAsync(PostgreSqlScope scope, ProtectedBytes bytes, string clientReference) => scope.FirstAsync(
        $"SELECT {Columns} FROM submission_intents WHERE client_reference = @reference", row => Read(row, bytes), ("reference", clientReference));

    public static Task<SubmissionIntent?> FindByRemoteIdAsync(PostgreSqlScope scope, ProtectedBytes bytes, string provider, string account, string remoteId) => scope.FirstAsync(
        $"""
        SELECT {Columns} FROM submission_intents WHERE (job_id, attempt) =
            (SELECT o.job_id, o.attempt FROM submission_outcomes o JOIN submission_intents i ON i.job_id = o.job_id AND i.attempt = o.attempt
             WHERE o.remote_id = @remote AND i.provider = @provider AND i.account = @account ORDER BY o.number LIMIT 1)
        """,
        row => Read(row, bytes),
        ("remote", remoteId),
        ("provider", provider),
        ("account", account));

    public static async Task MustBeFirstAsync(PostgreSqlScope scope, SubmissionIntent intent)
    {
        if (await scope.AnyAsync("SELECT 1 FROM submission_intents WHERE job_id = @job AND attempt = @attempt", ("job", intent.JobId), ("attempt", intent.Attempt)).ConfigureAwait(false))
        {
            throw new InvalidOperationException($"Attempt {intent.Attempt} of job {intent.JobId} has an intent already; a second POST is a new attempt.");
        }

        if (await scope.AnyAsync("SELECT 1 FROM submission_intents WHERE client_reference = @reference", ("reference", intent.ClientReference)).ConfigureAwait(false))
        {
            throw new InvalidOperationException($"The client reference of attempt {intent.Attempt} of job {intent.JobId} belongs to another attempt.");
        }
    }

    public static async Task<SubmissionIntent> InsertAsync(PostgreSqlScope scope, ProtectedBytes bytes, SubmissionIntent intent)
    {
        var saved = SavedAt(intent, scope.Now);
        await scope.ExecuteAsync($"INSERT INTO submission_intents ({Columns}) VALUES ({Values}, @now)", [.. Arguments(saved, bytes), ("now", saved.SavedAt)]).ConfigureAwait(false);
        return saved;
    }

    /// <summary>The same within an exchange whose save of the job may have found the fence shut: when it was saved. Without an answer where the job was not written, or the attempt or the reference has an intent already.</summary>
    public static List<DateTimeOffset> InsertIfWritten(PostgreSqlExchange exchange, ProtectedBytes bytes, SubmissionIntent intent, string writeId) => exchange.Add(
        InsertOfWritten, row => row.Time("saved_at"), [.. Arguments(intent, bytes), ("write", writeId)]);

    /// <summary>The intent as it was saved.</summary>
    public static SubmissionIntent SavedAt(SubmissionIntent intent, DateTimeOffset at) => intent with { SavedAt = at, Content = intent.Content.ToArray() };

    private static (string Name, object? Value)[] Arguments(SubmissionIntent intent, ProtectedBytes bytes) =>
    [
        ("job", intent.JobId),
        ("attempt", intent.Attempt),
        ("reference", intent.ClientReference),
        ("provider", intent.Provider),
        ("account", intent.Account),
        ("model", intent.Model),
        ("route", intent.Route),
        ("type", intent.ContentType),
        ("protected", bytes.IsProtecting),
        ("content", bytes.Write(intent.Content.Span)),
        ("key", intent.IdempotencyKey),
        ("replayable", intent.IsReplayable),
    ];

    private static SubmissionIntent Read(PostgreSqlRow row, ProtectedBytes bytes) => new()
    {
        JobId = row.Text("job_id"),
        Attempt = row.Count("attempt"),
        ClientReference = row.Text("client_reference"),
        Provider = row.Text("provider"),
        Account = row.Text("account"),
        Model = row.Text("model"),
        Route = row.Text("route"),
        ContentType = row.Text("content_type"),
        Content = bytes.Read(row.Bytes("content"), row.Truth("content_protected"), row.Text("job_id")),
        IdempotencyKey = row.TextOrNull("idempotency_key"),
        IsReplayable = row.Truth("is_replayable"),
        SavedAt = row.Time("saved_at"),
    };
}
