using System.Text.Json;

namespace VideoGen.Sdk.Queue;

/// <summary>Writes and reads the saved form of a job. The version rises when an old release could not read the new form; an old release leaves such a job alone.</summary>
public static class JobPayload
{
    /// <summary>The version that this release writes, and the newest that it reads.</summary>
    public const int Version = 1;

    /// <summary>The job as UTF-8 JSON.</summary>
    public static byte[] Write(VideoJob job) => JsonSerializer.SerializeToUtf8Bytes(job, QueueJsonContext.Default.VideoJob);

    /// <summary>The job of a payload.</summary>
    /// <exception cref="JsonException">It is not in this form.</exception>
    public static VideoJob Read(ReadOnlySpan<byte> payload) =>
        JsonSerializer.Deserialize(payload, QueueJsonContext.Default.VideoJob) ?? throw new JsonException("The payload is null.");

    /// <summary>What can be said of a job whose payload nobody can read, for listings; never to be saved.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="state">Its state as the store has it.</param>
    /// <param name="stage">Its stage; null when unknown.</param>
    /// <param name="tenant">Its tenant.</param>
    /// <param name="createdAt">When it was made.</param>
    /// <param name="reason">Why it cannot be read.</param>
    public static VideoJob Describe(string id, string state, string? stage, string? tenant, DateTimeOffset createdAt, string reason) => new()
    {
        Id = id,
        Request = new VideoRequest { Prompt = "", Tenant = tenant },
        State = Enum.TryParse<VideoState>(state, out var known) ? known : VideoState.Parked,
        Stage = stage ?? "",
        CreatedAt = createdAt,
        Reason = reason,
    };

    /// <summary>A failure as UTF-8 JSON, as outcome records keep it.</summary>
    public static byte[] WriteFailure(ProviderFailure failure) => JsonSerializer.SerializeToUtf8Bytes(failure, QueueJsonContext.Default.ProviderFailure);

    /// <summary>The failure of a payload.</summary>
    /// <exception cref="JsonException">It is not in this form.</exception>
    public static ProviderFailure ReadFailure(ReadOnlySpan<byte> payload) =>
        JsonSerializer.Deserialize(payload, QueueJsonContext.Default.ProviderFailure) ?? throw new JsonException("The payload is null.");
}
