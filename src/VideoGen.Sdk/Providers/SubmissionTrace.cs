namespace VideoGen.Sdk.Providers;

/// <summary>What is known of a submit whose answer was lost.</summary>
public sealed record SubmissionTrace
{
    /// <summary>Our id.</summary>
    public required string ClientReference { get; init; }

    /// <summary>The endpoint.</summary>
    public required string Route { get; init; }

    /// <summary>The model.</summary>
    public required string Model { get; init; }

    /// <summary>When the intent was saved; no job of ours can be older.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>What was asked.</summary>
    public GenerationSpec? Spec { get; init; }
}
