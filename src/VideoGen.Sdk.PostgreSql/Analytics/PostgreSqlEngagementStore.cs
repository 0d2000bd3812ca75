using VideoGen.Sdk.Analytics;

namespace VideoGen.Sdk.PostgreSql.Analytics;

/// <summary>Engagement in the database.</summary>
internal sealed class PostgreSqlEngagementStore(PostgreSqlDatabase database) : IEngagementStore
{
    private const string Columns = "views, likes, comments, shares, follows, clicks, sales";

    private const string Upsert =
        $"INSERT INTO engagement (job_id, platform, measured_at, made_at, provider, tags, {Columns}) "
        + "VALUES (@job, @platform, @measured, @made, @provider, @tags, @views, @likes, @comments, @shares, @follows, @clicks, @sales) "
        + "ON CONFLICT (job_id, platform) DO UPDATE SET measured_at = excluded.measured_at, made_at = excluded.made_at, provider = excluded.provider, tags = excluded.tags, "
        + "views = excluded.views, likes = excluded.likes, comments = excluded.comments, shares = excluded.shares, follows = excluded.follows, "
        + "clicks = excluded.clicks, sales = excluded.sales WHERE excluded.measured_at >= engagement.measured_at";

    private const string Sums =
        "SELECT provider, platform, tags, count(*) AS videos, sum(views)::bigint AS views, sum(likes)::bigint AS likes, sum(comments)::bigint AS comments, sum(shares)::bigint AS shares, "
        + "sum(follows)::bigint AS follows, sum(clicks)::bigint AS clicks, sum(sales)::bigint AS sales "
        + "FROM engagement WHERE made_at >= @from AND made_at < @until GROUP BY provider, platform, tags";

    public Task<bool> SaveAsync(EngagementRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        return database.WriteAsync(
            async sql => await SaveAsync(sql, record).ConfigureAwait(false) > 0,
            sql => sql.AnyAsync("SELECT 1 FROM engagement WHERE job_id = @job AND platform = @platform AND measured_at >= @measured",
                ("job", record.JobId), ("platform", record.Platform), ("measured", record.MeasuredAt)),
            cancellationToken);
    }

    public Task<IReadOnlyList<EngagementRecord>> FindAsync(string jobId, CancellationToken cancellationToken = default) => database.ReadAsync<IReadOnlyList<EngagementRecord>>(
        async sql => await sql.AllAsync($"SELECT job_id, platform, measured_at, made_at, provider, tags, {Columns} FROM engagement WHERE job_id = @job ORDER BY platform COLLATE \"C\"", Read, ("job", jobId)).ConfigureAwait(false),
        cancellationToken);

    public Task<EngagementSummary> SummariseAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken = default) =>
        database.ReadAsync(async sql => EngagementSummary.Of(await sql.AllAsync(Sums, ReadSum, ("from", from), ("until", until)).ConfigureAwait(false)), cancellationToken);

    private static EngagementSum ReadSum(PostgreSqlRow row) => new(row.Text("provider"), row.Text("platform"), row.Texts("tags"), row.Number("videos"), Counts(row));

    private static Task<int> SaveAsync(PostgreSqlScope sql, EngagementRecord record) => sql.ExecuteAsync(
        Upsert,
        ("job", record.JobId), ("platform", record.Platform), ("measured", record.MeasuredAt), ("made", record.MadeAt), ("provider", record.Provider),
        ("tags", record.Tags.ToArray()),
        ("views", record.Counts.Views), ("likes", record.Counts.Likes), ("comments", record.Counts.Comments), ("shares", record.Counts.Shares),
        ("follows", record.Counts.Follows), ("clicks", record.Counts.Clicks), ("sales", record.Counts.Sales));

    private static EngagementRecord Read(PostgreSqlRow row) => new()
    {
        JobId = row.Text("job_id"),
        Platform = row.Text("platform"),
        MeasuredAt = row.Time("measured_at"),
        MadeAt = row.Time("made_at"),
        Provider = row.Text("provider"),
        Tags = row.Texts("tags"),
        Counts = Counts(row),
    };

    private static EngagementCounts Counts(PostgreSqlRow row) => new()
    {
        Views = row.Number("views"),
        Likes = row.Number("likes"),
        Comments = row.Number("comments"),
        Shares = row.Number("shares"),
        Follows = row.Number("follows"),
        Clicks = row.Number("clicks"),
        Sales = row.Number("sales"),
    };
}
