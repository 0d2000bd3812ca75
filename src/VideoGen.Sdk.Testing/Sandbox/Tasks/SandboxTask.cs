using VideoGen.Sdk.Testing.Sandbox.Clips;

namespace VideoGen.Sdk.Testing.Sandbox.Tasks;

/// <summary>One piece of work at one vendor. Each vendor derives its own with the facts its answers need.</summary>
internal abstract class SandboxTask
{
    public required string Vendor { get; init; }
    public required string Id { get; init; }
    public required ClipShape Clip { get; init; }

    /// <summary>What the vendor takes at success, or at a charged failure.</summary>
    public required decimal AmountUsd { get; init; }

    /// <summary>Scheme, host and port the app used, so that links come back on the same ones.</summary>
    public required string Origin { get; init; }
    public string? ClientReference { get; init; }
    public string? CallbackUrl { get; init; }

    /// <summary>Whether the vendor takes its price for a job that its moderation stopped.</summary>
    public virtual bool IsModerationCharged => true;

    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public TaskState State { get; set; }
    public TaskFate Fate { get; set; }
    public bool Charged { get; set; }
    public bool IsDeleted { get; set; }

    /// <summary>Faults of its submit that strike later: at its files or its webhooks.</summary>
    public List<SandboxFault> Flaws { get; } = [];

    /// <summary>How long it stays stuck in the queue; null is for ever.</summary>
    public TimeSpan? StuckFor { get; set; }

    public Lane? Lane { get; set; }
    public long LaneTicket { get; set; }

    /// <summary>Whether it holds a place of its lane; only the lane writes it.</summary>
    public bool HasPlace { get; set; }
    public ITimer? Timer { get; set; }

    /// <summary>Told of every change of state, after it happened.</summary>
    public Action<SandboxTask>? Changed { get; set; }

    /// <summary>Webhooks of one task go out one after another.</summary>
    public Task Mail { get; set; } = Task.CompletedTask;

    public Lock Gate { get; } = new();
    public bool IsOver => State is TaskState.Succeeded or TaskState.Failed or TaskState.Cancelled;
    public bool HasOutput => State == TaskState.Succeeded && Fate != TaskFate.NoOutput;
}
