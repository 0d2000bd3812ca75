using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Sqlite.Jobs;

/// <summary>Statements on <c>jobs</c>. A forgotten job is none.</summary>
internal static class JobStatements
{
    private static readonly string InsertJob =
        $"INSERT INTO jobs ({string.Join(", ", JobColumns.Names)}, id, owner_id, is_free, epoch, version, taken_version, adoptions) " +
        $"VALUES ({string.Join(", ", JobColumns.Names.Select(name => "$" + name))}, $id, $owner, $owner IS NULL, $epoch, 1, 1, 0)";

    // The whole fence in the statement that writes: owner, epoch, version, and the owner's life.
    private static readonly string SaveJob =
        $"UPDATE jobs SET {string.Join(", ", JobColumns.Names.Select(name => $"{name} = ${name}"))}, version = version + 1, adoptions = 0, " +
        "owner_id = CASE WHEN $keeps THEN owner_id END, is_free = NOT $keeps " +
        "WHERE id = $id AND owner_id = $owner AND epoch = $epoch AND version = $version AND EXISTS (SELECT 1 FROM owners WHERE id = $owner AND state = 'Alive')";

    public static JobRow? Find(SqliteScope scope, string jobId) => scope.First($"SELECT {JobRow.Columns} FROM jobs WHERE id = $id AND state <> 'Forgotten'", JobRow.From, ("id", jobId));

    /// <summary>Whether a job has or had this id.</summary>
    public static bool IsThere(SqliteScope scope, string jobId) => scope.Any("SELECT 1 FROM jobs WHERE id = $id", ("id", jobId));

    public static JobStamp Insert(SqliteScope scope, NewJob newJob, (string, object?)[] columns)
    {
        var job = newJob.Job;
        var stamp = new JobStamp(Version: 1, newJob.OwnerId, Epoch: newJob.OwnerId is null ? 0 : 1, Adoptions: 0);
        scope.Execute(InsertJob, [.. columns, ("id", job.Id), ("owner", stamp.OwnerId), ("epoch", stamp.Epoch)]);
        KeyStatements.Add(scope, newJob);
        foreach (var assetId in JobAssets.InputsOf(job.Request))
        {
            scope.Execute("INSERT INTO job_inputs (asset_id, job_id) VALUES ($asset, $job)", ("asset", assetId), ("job", job.Id));
        }

        return stamp;
    }

    public static List<JobRow> List(SqliteScope scope, JobQuery query)
    {
        // Spelt out per filter: with "or $state is null" SQLite would use no index.
        var narrowing = (query.State is null ? "" : " AND state = $state") + (query.Tenant is null ? "" : " AND tenant = $tenant") + (query.BeforeId is null ? "" : " AND id < $before");
        (string, object?)[] arguments =
        [
            ("known", JobPayload.Version),
            .. query.State is { } state ? [("state", state)] : Array.Empty<(string, object?)>(),
            .. query.Tenant is { } tenant ? [("tenant", tenant)] : Array.Empty<(string, object?)>(),
            .. query.BeforeId is { } before ? [("before", before)] : Array.Empty<(string, object?)>(),
            ("limit", Math.Max(0, query.Limit)),
        ];
        return scope.All($"SELECT {JobRow.Columns} FROM jobs WHERE state <> 'Forgotten' AND payload_version <= $known{narrowing} ORDER BY id DESC LIMIT $limit", JobRow.From, arguments);
    }

    public static List<(string State, long Count)> Count(SqliteScope scope) =>
        scope.All("SELECT state, count(*) AS jobs FROM jobs GROUP BY state", row => (row.Text("state"), row.Number("jobs")));

    public static bool Save(SqliteScope scope, string jobId, JobStamp stamp, bool keepsOwner, (string, object?)[] columns) => scope.Execute(
        SaveJob,
        [.. columns, ("keeps", keepsOwner), ("id", jobId), ("owner", stamp.OwnerId), ("epoch", stamp.Epoch), ("version", stamp.Version)]) == 1;

    public static bool Give(SqliteScope scope, JobRow row, JobStamp stamp) => scope.Execute(
        "UPDATE jobs SET owner_id = $owner, is_free = 0, epoch = $epoch, adoptions = $adoptions, taken_version = version WHERE id = $id AND epoch = $former",
        ("owner", stamp.OwnerId),
        ("epoch", stamp.Epoch),
        ("adoptions", stamp.Adoptions),
        ("id", row.Id),
        ("former", row.Stamp.Epoch)) == 1;

    public static bool WasWrittenBy(SqliteScope scope, string jobId, string writeId) =>
        scope.Any("SELECT 1 FROM jobs WHERE id = $id AND write_id = $write", ("id", jobId), ("write", writeId));
}
