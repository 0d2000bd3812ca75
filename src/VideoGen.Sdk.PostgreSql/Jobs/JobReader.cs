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
            return new StoredJob(JobPayload.Read(payload), row.Stamp);
        }
        catch (JsonException exception)
        {
            throw PostgreSqlErrors.Plain($"The payload of job {row.Id} in {place} is damaged and cannot be read; the job was left as it is. {exception.Message}", place, exception);
        }
    }
}
