namespace VideoGen.Sdk.Testing.Sandbox;

/// <summary>One thing that shall go wrong at the sandbox.</summary>
public sealed record SandboxFault
{
    /// <summary>The vendor's path prefix, such as <c>kling</c>, or <c>*</c> for all (the default).</summary>
    public string Vendor { get; init; } = "*";

    /// <summary>The kind of call; all by default. Faults without a meaning for a call pass it by uncounted.</summary>
    public SandboxOperation Operation { get; init; }

    /// <summary>What goes wrong.</summary>
    public required SandboxFaultKind Kind { get; init; }

    /// <summary>When it goes wrong; the next matching call by default.</summary>
    public FaultSchedule When { get; init; } = new FaultSchedule.Next(1);

    /// <summary>The HTTP status of <see cref="SandboxFaultKind.Status"/>.</summary>
    public int? Status { get; init; }

    /// <summary>The body of <see cref="SandboxFaultKind.Status"/>; empty by default.</summary>
    public string? Body { get; init; }

    /// <summary>Headers of <see cref="SandboxFaultKind.Status"/>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>How long slow, late and stuck last; five seconds by default, for ever for stuck.</summary>
    public TimeSpan? Duration { get; init; }

    internal TimeSpan DurationOrDefault => Duration ?? TimeSpan.FromSeconds(5);
}
