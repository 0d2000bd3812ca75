using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>A row of <c>jobs</c> before its payload is understood: a newer release may have written it.</summary>
internal sealed record JobRow
{
    public const string Columns = "id, state, owner_id, epoch, version, taken_version, adoptions, payload_version, payload_protected, payload, tenant, stage, created_at, error";

    public required string Id { get; init; }

    public required string State { get; init; }

    public required JobStamp Stamp { get; init; }

    public required long TakenVersion { get; init; }

    public required int PayloadVersion { get; init; }

    public required bool IsProtected { get; init; }

    public required byte[] Payload { get; init; }

    public required string? Tenant { get; init; }

    public required string? Stage { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Why it is parked or needs attention; the payload does not say so when nobody could read it.</summary>
    public required string? Error { get; init; }

    public bool IsOfNewerRelease => PayloadVersion > JobPayload.Version;

    public bool IsEnded => State is nameof(VideoState.Succeeded) or nameof(VideoState.Failed) or nameof(VideoState.Cancelled);

    public static JobRow From(PostgreSqlRow row) => new()
    {
        Id = row.Text("id"),
        State = row.Text("state"),
        Stamp = new JobStamp(row.Number("version"), row.TextOrNull("owner_id"), row.Number("epoch"), row.Count("adoptions")),
        TakenVersion = row.Number("taken_version"),
        PayloadVersion = row.Count("payload_version"),
        IsProtected = row.Truth("payload_protected"),
        Payload = row.Bytes("payload"),
        Tenant = row.TextOrNull("tenant"),
        Stage = row.TextOrNull("stage"),
        CreatedAt = row.Time("created_at"),
        Error = row.TextOrNull("error"),
    };
}
