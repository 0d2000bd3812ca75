using System.Text.Json;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>Understands rows: payload version, protection, form.</summary>
internal sealed class JobReader(ProtectedBytes bytes, string place)
{
    /// <exception cref="StoreException">A newer release wrote it, or it cannot be read here.</exception>
    public StoredJob? Read(JobRow? row)
    {
        if (row is null)
        {
            return null;
        }

        if (row.IsOfNewerRelease)
        {
            throw PostgreSqlErrors.Plain($"Job {row.Id} in {place} was written by a newer release (payload {row.PayloadVersion}); update VideoGen.Sdk to read it.", place);
        }

        var payload = bytes.Read(row.Payload, row.IsProtected, row.Id);
        try
        {
            var job = JobPayload.Read(payload);

            // Parked while nobody could read it, it stays so until a person puts it back.
            return new StoredJob(row.State == nameof(VideoState.Parked) && job.State != VideoState.Parked ? job with { State = VideoState.Parked, Reason = row.Error, DueAt = null } : job, row.Stamp);
        }
        catch (JsonException exception)
        {
            throw PostgreSqlErrors.Plain($"The payload of job {row.Id} in {place} is damaged and cannot be read; the job was left as it is. {exception.Message}", place, exception);
        }
    }
    /// <summary>For listings: one damaged payload hides no other job, and is shown with what its columns say.</summary>
    public StoredJob ReadOrDescribe(JobRow row)
    {
        try
        {
            return Read(row)!;
        }
        catch (StoreException exception) when (exception.InnerException is JsonException)
        {
            return new StoredJob(JobPayload.Describe(row.Id, row.State, row.Stage, row.Tenant, row.CreatedAt, row.Error ?? exception.Message), row.Stamp);
        }
    }
}
