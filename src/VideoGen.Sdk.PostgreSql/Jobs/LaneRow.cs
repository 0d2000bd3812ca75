using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>A job that could be claimed, and its place.</summary>
internal sealed record LaneRow(ClaimLane Lane, string JobId, DateTimeOffset StartAt)
{
    public ClaimCandidate Candidate => new(JobId, Lane.Tenant, (VideoPriority)Lane.Priority, StartAt);

    public static LaneRow From(PostgreSqlRow row) =>
        new(new ClaimLane(row.Count("claim_rank"), row.Text("tenant"), row.Count("priority")), row.Text("id"), row.Time("start_at"));
}
