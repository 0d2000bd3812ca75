using System.Text;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>Statements on <c>submission_outcomes</c>, which only grows.</summary>
internal static class OutcomeStatements
{
    private const string Columns = "job_id, attempt, client_reference, verdict, remote_id, failure, estimate_usd, source, at";

    private const string Select = $"SELECT {Columns} FROM submission_outcomes";

    /// <summary>All statements about an attempt, the oldest first.</summary>
    public static List<SubmissionRecord> Of(PostgreSqlExchange exchange, string jobId, int attempt) =>
        exchange.Add($"{Select} WHERE job_id = @job AND attempt = @attempt ORDER BY number", Read, ("job", jobId), ("attempt", attempt));

    /// <summary>Whether the attempt has this statement.</summary>
    public static async Task<bool> IsThereAsync(PostgreSqlScope scope, SubmissionRecord record) =>
        (await scope.AllAsync($"{Select} WHERE job_id = @job AND attempt = @attempt ORDER BY number", Read, ("job", record.JobId), ("attempt", record.Attempt)).ConfigureAwait(false)).Any(record.SaysTheSameAs);

    /// <summary>Has everybody else wait who speaks about one of these attempts. In one order, as whoever locks several does.</summary>
    public static void Lock(PostgreSqlExchange exchange, IEnumerable<(string JobId, int Attempt)> attempts) => exchange.Add(
        "SELECT pg_advisory_xact_lock(lock) FROM (SELECT DISTINCT hashtextextended(current_schema() || '/outcome/' || name, 0) AS lock FROM unnest(@names) AS asked (name) ORDER BY lock OFFSET 0) AS locks",
        _ => true,
        ("names", attempts.Select(attempt => FormattableString.Invariant($"{attempt.JobId}/{attempt.Attempt}")).ToArray()));

    public static Task<bool> IsRemoteIdTakenAsync(PostgreSqlScope scope, string provider, string account, string remoteId, string exceptJobId) => scope.AnyAsync(
        """
        SELECT 1 FROM submission_outcomes o JOIN submission_intents i ON i.job_id = o.job_id AND i.attempt = o.attempt
        WHERE o.remote_id = @remote AND i.provider = @provider AND i.account = @account AND o.job_id <> @job
        """,
        ("remote", remoteId),
        ("provider", provider),
        ("account", account),
        ("job", exceptJobId));

    public static void Insert(PostgreSqlExchange exchange, SubmissionRecord record) => exchange.Write(
        $"INSERT INTO submission_outcomes ({Columns}) VALUES (@job, @attempt, @reference, @verdict, @remote, @failure, @estimate, @source, @at)",
        ("job", record.JobId),
        ("attempt", record.Attempt),
        ("reference", record.ClientReference),
        ("verdict", record.Verdict),
        ("remote", record.RemoteId),
        ("failure", record.Failure is { } failure ? Encoding.UTF8.GetString(JobPayload.WriteFailure(failure)) : null),
        ("estimate", record.EstimateUsd),
        ("source", record.Source),
        ("at", record.At));

    private static SubmissionRecord Read(PostgreSqlRow row) => new()
    {
        JobId = row.Text("job_id"),
        Attempt = row.Count("attempt"),
        ClientReference = row.Text("client_reference"),
        Verdict = row.Word<SubmissionVerdict>("verdict"),
        RemoteId = row.TextOrNull("remote_id"),
        Failure = row.TextOrNull("failure") is { } failure ? JobPayload.ReadFailure(Encoding.UTF8.GetBytes(failure)) : null,
        EstimateUsd = row.UsdOrNull("estimate_usd"),
        Source = row.Text("source"),
        At = row.Time("at"),
    };
}
