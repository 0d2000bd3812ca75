using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>Statements on <c>jobs</c>. A forgotten job is none.</summary>
internal static class JobStatements
{
    private static readonly string InsertJob =
        $"INSERT INTO jobs ({string.Join(", ", JobColumns.Names)}, id, owner_id, is_free, epoch, version, taken_version, adoptions) " +
        $"VALUES ({string.Join(", ", JobColumns.Names.Select(name => "@" + name))}, @id, @owner, @owner::text IS NULL, @epoch, 1, 1, 0)";

    // For a job that has no owner yet. Typed, for here the columns do not say what a missing value is.
    private static readonly string InsertNew =
        $"INSERT INTO jobs ({string.Join(", ", JobColumns.Names)}, id, owner_id, is_free, epoch, version, taken_version, adoptions) " +
        $"SELECT {string.Join(", ", JobColumns.Names.Select(name => $"@{name}::{JobColumns.TypeOf(name)}"))}, @id::text, NULL, true, 0, 1, 1, 0 WHERE NOT EXISTS (SELECT 1 FROM jobs WHERE id = @id) RETURNING id";

    private const string InsertInput = "INSERT INTO job_inputs (asset_id, job_id) VALUES (@asset, @job) ON CONFLICT DO NOTHING";

    // The whole fence in the statement that writes: owner, epoch, version, and the owner's life. A row that changed while this waited for it is looked at again, its owner's row is not: hence is_free.
    // Not by equality: the server would at times enter by the index of owners, which an old snapshot leaves full of dead rows.
    private static readonly string SaveJob =
        $"UPDATE jobs SET {string.Join(", ", JobColumns.Names.Select(name => $"{name} = @{name}"))}, version = version + 1, adoptions = 0, " +
        "owner_id = CASE WHEN @keeps THEN owner_id END, is_free = NOT @keeps " +
        "WHERE id = @id AND owner_id IS NOT DISTINCT FROM @owner AND NOT is_free AND epoch = @epoch AND version = @version AND EXISTS (SELECT 1 FROM owners WHERE id = @owner AND state = 'Alive')";

    public static Task<JobRow?> FindAsync(PostgreSqlScope scope, string jobId) => scope.FirstAsync($"SELECT {JobRow.Columns} FROM jobs WHERE id = @id AND state <> 'Forgotten'", JobRow.From, ("id", jobId));

    /// <summary>Whether a job has or had this id.</summary>
    public static Task<bool> IsThereAsync(PostgreSqlScope scope, string jobId) => scope.AnyAsync("SELECT 1 FROM jobs WHERE id = @id", ("id", jobId));

    /// <summary>The job, which nobody else changes until this transaction has ended.</summary>
    public static Task<JobRow?> LockAsync(PostgreSqlScope scope, string jobId) =>
        scope.FirstAsync($"SELECT {JobRow.Columns} FROM jobs WHERE id = @id AND state <> 'Forgotten' FOR UPDATE", JobRow.From, ("id", jobId));

    public static async Task<JobStamp> InsertAsync(PostgreSqlScope scope, NewJob newJob, (string, object?)[] columns)
    {
        var job = newJob.Job;
        var stamp = new JobStamp(Version: 1, newJob.OwnerId, Epoch: newJob.OwnerId is null ? 0 : 1, Adoptions: 0);
        await scope.ExecuteAsync(InsertJob, [.. columns, ("id", job.Id), ("owner", stamp.OwnerId), ("epoch", stamp.Epoch)]).ConfigureAwait(false);
        await KeyStatements.AddAsync(scope, newJob).ConfigureAwait(false);
        foreach (var assetId in JobAssets.InputsOf(job.Request))
        {
            await scope.ExecuteAsync(InsertInput, ("asset", assetId), ("job", job.Id)).ConfigureAwait(false);
        }

        return stamp;
    }

    /// <summary>Makes a job without key and owner; without an answer when one has or had its id.</summary>
    public static List<string> Insert(PostgreSqlExchange exchange, VideoJob job, (string, object?)[] columns)
    {
        var made = exchange.Add(InsertNew, row => row.Text("id"), [.. columns, ("id", job.Id)]);
        foreach (var assetId in JobAssets.InputsOf(job.Request))
        {
            exchange.Write(InsertInput, ("asset", assetId), ("job", job.Id));
        }

        return made;
    }

    public static Task<List<JobRow>> ListAsync(PostgreSqlScope scope, JobQuery query)
    {
        // Spelt out per filter: with "or @state is null" the server would use no index.
        var narrowing = (query.State is null ? "" : " AND state = @state") + (query.Tenant is null ? "" : " AND tenant = @tenant") + (query.BeforeId is null ? "" : " AND id < @before");
        (string, object?)[] arguments =
        [
            ("known", JobPayload.Version),
            .. query.State is { } state ? [("state", state)] : Array.Empty<(string, object?)>(),
            .. query.Tenant is { } tenant ? [("tenant", tenant)] : Array.Empty<(string, object?)>(),
            .. query.BeforeId is { } before ? [("before", before)] : Array.Empty<(string, object?)>(),
            ("limit", Math.Max(0, query.Limit)),
        ];
        return scope.AllAsync($"SELECT {JobRow.Columns} FROM jobs WHERE state <> 'Forgotten' AND payload_version <= @known{narrowing} ORDER BY id DESC LIMIT @limit", JobRow.From, arguments);
    }

    public static Task<List<(string State, long Count)>> CountAsync(PostgreSqlScope scope) =>
        scope.AllAsync("SELECT state, count(*) AS jobs FROM jobs GROUP BY state", row => (row.Text("state"), row.Number("jobs")));

    public static (string Name, object? Value)[] SaveArguments(string jobId, JobStamp stamp, bool keepsOwner, (string, object?)[] columns) =>
        [.. columns, ("keeps", keepsOwner), ("id", jobId), ("owner", stamp.OwnerId), ("epoch", stamp.Epoch), ("version", stamp.Version)];

    public static async Task<bool> SaveAsync(PostgreSqlScope scope, JobSave save) => await scope.ExecuteAsync(SaveJob, save.Arguments).ConfigureAwait(false) == 1;

    public static Task GiveAsync(PostgreSqlScope scope, JobRow row, JobStamp stamp) => scope.ExecuteAsync(
        "UPDATE jobs SET owner_id = @owner, is_free = false, epoch = @epoch, adoptions = @adoptions, taken_version = version WHERE id = @id AND epoch = @former",
        ("owner", stamp.OwnerId),
        ("epoch", stamp.Epoch),
        ("adoptions", stamp.Adoptions),
        ("id", row.Id),
        ("former", row.Stamp.Epoch));

    public static Task<bool> WasWrittenByAsync(PostgreSqlScope scope, string jobId, string writeId) =>
        scope.AnyAsync("SELECT 1 FROM jobs WHERE id = @id AND write_id = @write", ("id", jobId), ("write", writeId));
}
