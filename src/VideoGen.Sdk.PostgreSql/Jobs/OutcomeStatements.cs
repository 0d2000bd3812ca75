using System.Text;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>Statements on <c>submission_outcomes</c>, which only grows.</summary>
internal static class OutcomeStatements
{
    private const string Columns = "job_id, attempt, client_reference, verdict, remote_id, failure, estimate_usd, source, at";

    public static Task<List<SubmissionRecord>> OfAsync(PostgreSqlScope scope, string jobId, int attempt) => scope.AllAsync(
        $"SELECT {Columns} FROM submission_outcomes WHERE job_id = @job AND attempt = @attempt ORDER BY number", Read, ("job", jobId), ("attempt", attempt));

    public static async Task<RecordedOutcome> RecordAsync(PostgreSqlScope scope, SubmissionRecord record)
    {
        // The time and the amount as the column will give them back.
        var stamped = record with { At = scope.Now, EstimateUsd = record.EstimateUsd is { } usd ? decimal.Ceiling(usd * 1_000_000m) / 1_000_000m : null };
        // Of two who speak at once, one is first.
        await scope.LockAsync($"outcome/{record.JobId}/{record.Attempt}").ConfigureAwait(false);
        var earlier = await OfAsync(scope, record.JobId, record.Attempt).ConfigureAwait(false);
        var recorded = RecordedOutcome.After(earlier, stamped);
        if (!earlier.Any(record.SaysTheSameAs))
        {
            await InsertAsync(scope, stamped).ConfigureAwait(false);
        }

        return recorded;
    }

    public static Task<bool> IsRemoteIdTakenAsync(PostgreSqlScope scope, string provider, string account, string remoteId, string exceptJobId) => scope.AnyAsync(
        """
        SELECT 1 FROM submission_outcomes o JOIN submission_intents i ON i.job_id = o.job_id AND i.attempt = o.attempt
        WHERE o.remote_id = @remote AND i.provider = @provider AND i.account = @account AND o.job_id <> @job
        """,
        ("remote", remoteId),
        ("provider", provider),
        ("account", account),
        ("job", exceptJobId));

    private static Task<int> InsertAsync(PostgreSqlScope scope, SubmissionRecord record) => scope.ExecuteAsync(
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
