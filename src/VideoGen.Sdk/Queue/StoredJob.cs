namespace VideoGen.Sdk.Queue;

/// <summary>A job with its stamp.</summary>
/// <param name="Job">The job.</param>
/// <param name="Stamp">The stamp.</param>
public sealed record StoredJob(VideoJob Job, JobStamp Stamp);
