using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>What of a job lies in plain columns beside its payload: what queries, people and the view <c>video_generations</c> need.</summary>
internal static class JobColumns
{
    /// <summary>The assignments that <see cref="Of"/> gives the arguments for, in one order.</summary>
    public static readonly string[] Names =
    [
        "is_ended", "state", "due_at", "tenant", "campaign", "provider", "account", "model", "prompt", "duration_seconds", "cost_usd", "unverified_usd",
        "video_path", "error", "created_at", "ended_at", "payload_version", "payload_protected", "payload", "write_id",
        "stage", "needed_provider", "claim_rank", "priority", "start_at", "ready_at", "is_ready",
    ];

    /// <summary>The type of a column.</summary>
    public static string TypeOf(string name) => name switch
    {
        "is_ended" or "payload_protected" or "is_ready" => "boolean",
        "due_at" or "created_at" or "ended_at" or "start_at" or "ready_at" => "timestamptz",
        "duration_seconds" => "double precision",
        "cost_usd" or "unverified_usd" => "numeric",
        "payload_version" or "claim_rank" or "priority" => "integer",
        "payload" => "bytea",
        _ => "text",
    };

    public static (string Name, object? Value)[] Of(VideoJob job, ProtectedBytes bytes, string writeId) =>
    [
        ("is_ended", job.IsEnded),
        ("state", job.State),
        ("due_at", job.DueAt),
        ("tenant", job.Request.Tenant),
        ("campaign", job.Request.Campaign),
        ("provider", job.CurrentAttempt?.Provider),
        ("account", job.CurrentAttempt?.Account),
        ("model", job.CurrentAttempt?.Spec.Model),
        ("prompt", bytes.IsProtecting ? null : PostgreSqlValue.Shown(job.Request.Prompt)),
        ("duration_seconds", Duration(job)?.TotalSeconds),
        ("cost_usd", Nearest(job.CostUsd)),
        ("unverified_usd", Nearest(job.UnverifiedUsd)),
        ("video_path", PostgreSqlValue.Shown(Path(job.Video ?? job.Source))),
        ("error", PostgreSqlValue.Shown(Error(job))),
        ("created_at", job.CreatedAt),
        ("ended_at", job.EndedAt),
        ("payload_version", JobPayload.Version),
        ("payload_protected", bytes.IsProtecting),
        ("payload", bytes.Write(JobPayload.Write(job))),
        ("write_id", writeId),
        ("stage", job.Stage),
        ("needed_provider", ClaimOrder.ProviderOf(job)),
        ("claim_rank", ClaimOrder.RankOf(job)),
        ("priority", (int)job.Priority),
        ("start_at", ClaimOrder.StartOf(job)),
        ("ready_at", ClaimOrder.IsOpen(job) ? job.DueAt : null),
        ("is_ready", ClaimOrder.IsOpen(job) && job.DueAt is null),
    ];

    // These columns only show an amount; the exact one lies in the payload.
    private static decimal Nearest(decimal usd) => decimal.Round(usd, 6, MidpointRounding.ToEven);

    private static TimeSpan? Duration(VideoJob job) => job.Video?.Duration ?? job.Source?.Duration ?? job.CurrentAttempt?.Spec.Duration ?? job.Request.Duration;

    private static string? Path(VideoAsset? asset) => asset?.LocalPath ?? asset?.Location.ToString();

    private static string? Error(VideoJob job) =>
        job.Failure?.Message ?? (job.State is VideoState.Failed or VideoState.NeedsAttention or VideoState.Parked ? job.Reason : null);
}
