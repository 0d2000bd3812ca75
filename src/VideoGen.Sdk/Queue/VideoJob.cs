namespace VideoGen.Sdk.Queue;

/// <summary>The durable record of one request: all that any owner needs to carry on. Immutable; each stage returns a changed copy.</summary>
public sealed record VideoJob
{
    /// <summary>Id: <c>[a-z0-9]</c>, sorts by time of making.</summary>
    public required string Id { get; init; }

    /// <summary>The request, inputs already turned into stored assets.</summary>
    public required VideoRequest Request { get; init; }

    /// <summary>Where it stands.</summary>
    public VideoState State { get; init; }

    /// <summary>The stage to run next, by name.</summary>
    public required string Stage { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not to be run before this; null means now.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The trace (W3C <c>traceparent</c>) in which it was asked for, so that spans of the process that runs it lie in the same one; null when nobody traced.</summary>
    public string? TraceParent { get; init; }

    /// <summary>The start that was asked for; null means at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>How soon it is begun beside others. Default <see cref="VideoPriority.Normal"/>.</summary>
    public VideoPriority Priority { get; init; }

    /// <summary>Every attempt, in order. Only the last may be open.</summary>
    public IReadOnlyList<Attempt> Attempts { get; init => field = value ?? []; } = [];

    /// <summary>Attempts up to this number no longer count against candidates: a person asked for new ones after the job had failed.</summary>
    public int ForgivenAttempts { get; init; }

    /// <summary>Every plan made, in order: explanations, not promises.</summary>
    public IReadOnlyList<VideoPlan> Plans { get; init => field = value ?? []; } = [];

    /// <summary>The file as the vendor made it, once downloaded.</summary>
    public VideoAsset? Source { get; init; }

    /// <summary>The file to hand out, once fitted.</summary>
    public VideoAsset? Video { get; init; }

    /// <summary>A still of it.</summary>
    public VideoAsset? Thumbnail { get; init; }

    /// <summary>What was done to the file, and why.</summary>
    public IReadOnlyList<string> Notes { get; init => field = value ?? []; } = [];

    /// <summary>How often the present stage was tried in vain (downloads, uploads, look-ups); 0 after each advance.</summary>
    public int Tries { get; init; }

    /// <summary>Why it failed, waits or needs attention, in words.</summary>
    public string? Reason { get; init; }

    /// <summary>The failure that ended it; null while it has not failed.</summary>
    public ProviderFailure? Failure { get; init; }

    /// <summary>Which kind of end that was; null while it has not failed.</summary>
    public JobFailureKind? FailureKind { get; init; }

    /// <summary>The limit that left no room; null unless that ended or delays it.</summary>
    public PlanVerdict? LimitInTheWay { get; init; }

    /// <summary>USD charged over all attempts.</summary>
    public decimal CostUsd { get; init; }

    /// <summary>USD held with an unknown outcome over all attempts.</summary>
    public decimal UnverifiedUsd { get; init; }

    /// <summary>When it ended; null before.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The open or last attempt; null before the first.</summary>
    public Attempt? CurrentAttempt => Attempts.Count == 0 ? null : Attempts[^1];

    /// <summary>Whether nothing more will happen by itself or by a worker.</summary>
    public bool IsEnded => State is VideoState.Succeeded or VideoState.Failed or VideoState.Cancelled;

    /// <summary>A copy whose last attempt is replaced.</summary>
    public VideoJob WithAttempt(Attempt attempt) => this with { Attempts = [.. Attempts.Take(Attempts.Count - 1), attempt] };
}
