using System.Text.Json;
using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Sqlite.Costs;

namespace VideoGen.Sdk.Sqlite.Analytics;

/// <summary>Engagement in the database file.</summary>
internal sealed class SqliteEngagementStore(SqliteDatabase database) : IEngagementStore
{
    private const string Columns = "views, likes, comments, shares, follows, clicks, sales";

    private const string Upsert =
        $"INSERT INTO engagement (job_id, platform, measured_at, made_at, provider, tags, {Columns}) "
        + "VALUES ($job, $platform, $measured, $made, $provider, $tags, $views, $likes, $comments, $shares, $follows, $clicks, $sales) "
        + "ON CONFLICT (job_id, platform) DO UPDATE SET measured_at = excluded.measured_at, made_at = excluded.made_at, provider = excluded.provider, tags = excluded.tags, "
        + "views = excluded.views, likes = excluded.likes, comments = excluded.comments, shares = excluded.shares, follows = excluded.follows, "
        + "clicks = excluded.clicks, sales = excluded.sales WHERE excluded.measured_at >= measured_at";

    private const string Sums =
        "SELECT provider, platform, tags, count(*) AS videos, sum(views) AS views, sum(likes) AS likes, sum(comments) AS comments, sum(shares) AS shares, "
        + "sum(follows) AS follows, sum(clicks) AS clicks, sum(sales) AS sales "
        + "FROM engagement WHERE made_at >= $from AND made_at < $until GROUP BY provider, platform, tags";

    public Task<bool> SaveAsync(EngagementRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        return database.WriteAsync(
            sql => Save(sql, record) > 0,
            sql => sql.Any("SELECT 1 FROM engagement WHERE job_id = $job AND platform = $platform AND measured_at >= $measured",
                ("job", record.JobId), ("platform", record.Platform), ("measured", record.MeasuredAt)),
            cancellationToken);
    }

    public Task<IReadOnlyList<EngagementRecord>> FindAsync(string jobId, CancellationToken cancellationToken = default) => database.ReadAsync<IReadOnlyList<EngagementRecord>>(
        sql => sql.All($"SELECT job_id, platform, measured_at, made_at, provider, tags, {Columns} FROM engagement WHERE job_id = $job ORDER BY platform", Read, ("job", jobId)),
        cancellationToken);

    public Task<EngagementSummary> SummariseAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken = default) =>
        database.ReadAsync(sql => EngagementSummary.Of(sql.All(Sums, ReadSum, ("from", from), ("until", until))), cancellationToken);

    private static EngagementSum ReadSum(SqliteRow row) => new(row.Text("provider"), row.Text("platform"), Tags(row), row.Number("videos"), Counts(row));

    private static int Save(SqliteScope sql, EngagementRecord record) => sql.Execute(
        Upsert,
        ("job", record.JobId), ("platform", record.Platform), ("measured", record.MeasuredAt), ("made", record.MadeAt), ("provider", record.Provider),
        ("tags", JsonSerializer.Serialize(record.Tags, LedgerJsonContext.Default.IReadOnlyListString)),
        ("views", record.Counts.Views), ("likes", record.Counts.Likes), ("comments", record.Counts.Comments), ("shares", record.Counts.Shares),
        ("follows", record.Counts.Follows), ("clicks", record.Counts.Clicks), ("sales", record.Counts.Sales));

    private static EngagementRecord Read(SqliteRow row) => new()
    {
        JobId = row.Text("job_id"),
        Platform = row.Text("platform"),
        MeasuredAt = row.Time("measured_at"),
        MadeAt = row.Time("made_at"),
        Provider = row.Text("provider"),
        Tags = Tags(row),
        Counts = Counts(row),
    };

    private static IReadOnlyList<string> Tags(SqliteRow row) => JsonSerializer.Deserialize(row.Text("tags"), LedgerJsonContext.Default.IReadOnlyListString)!;

    private static EngagementCounts Counts(SqliteRow row) => new()
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
