namespace VideoGen.Sdk.Queue;

/// <summary>How a job stands in the queue.</summary>
public sealed record EnqueueOptions
{
    /// <summary>How soon it is begun beside others. Default <see cref="VideoPriority.Normal"/>.</summary>
    public VideoPriority Priority { get; init; }

    /// <summary>Not begun before this; null begins as soon as a worker is free. Default null.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}
