namespace VideoGen.Sdk.Queue;

/// <summary>A job to be made.</summary>
public sealed record NewJob
{
    /// <summary>The job.</summary>
    public required VideoJob Job { get; init; }

    /// <summary>Versioned fingerprint of the request, compared when the key is known already.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Who runs it from the start; null leaves it to any owner.</summary>
    public string? OwnerId { get; init; }

    /// <summary>After this long the key may be given to another request, but never before the job has ended or while money of it is out. Null, the default: the key lives as long as its job.</summary>
    public TimeSpan? KeyLifetime { get; init; }
}
