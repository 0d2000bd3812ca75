namespace VideoGen.Sdk.Providers;

/// <summary>Whether a surface or a model is offered, ending or gone. One year removed four vendor surfaces, so this is data, checked before routing.</summary>
public sealed record Lifecycle
{
    /// <summary>Offered, no end announced.</summary>
    public static Lifecycle Available { get; } = new();

    /// <summary>The announced or past last day; null when none is known.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>One sentence for a person, such as what replaced it.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it is gone on that day.</summary>
    public bool IsRetiredAt(DateTimeOffset now) => EndsOn is { } end && DateOnly.FromDateTime(now.UtcDateTime) >= end;
}
