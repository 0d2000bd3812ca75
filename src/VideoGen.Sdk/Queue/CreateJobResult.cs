namespace VideoGen.Sdk.Queue;

/// <summary>The answer to making a job.</summary>
public abstract record CreateJobResult
{
    private CreateJobResult()
    {
    }

    /// <summary>It was made.</summary>
    /// <param name="Stored">The job.</param>
    public sealed record Created(StoredJob Stored) : CreateJobResult;

    /// <summary>Tenant and key are known with the same fingerprint; nothing was made.</summary>
    /// <param name="Stored">The job made first.</param>
    public sealed record Exists(StoredJob Stored) : CreateJobResult;

    /// <summary>Tenant and key are known with another fingerprint; nothing was made.</summary>
    /// <param name="JobId">The job made first.</param>
    /// <param name="ExistingFingerprint">Its fingerprint.</param>
    /// <param name="GivenFingerprint">The one given now.</param>
    public sealed record Conflict(string JobId, string ExistingFingerprint, string GivenFingerprint) : CreateJobResult;
}
