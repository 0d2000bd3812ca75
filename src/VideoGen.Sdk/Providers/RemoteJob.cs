namespace VideoGen.Sdk.Providers;

/// <summary>An accepted job at a vendor.</summary>
public sealed record RemoteJob
{
    /// <summary>The vendor's id.</summary>
    public required string RemoteId { get; init; }

    /// <summary>The endpoint it was submitted to; see <see cref="SubmissionBody.Route"/>.</summary>
    public required string Route { get; init; }

    /// <summary>The model.</summary>
    public required string Model { get; init; }

    /// <summary>Our id.</summary>
    public required string ClientReference { get; init; }

    /// <summary>What was asked; some vendors price or read an answer by it. Null in direct use.</summary>
    public GenerationSpec? Spec { get; init; }
}
