namespace VideoGen.Sdk.Routing;

/// <summary>Why an account is left out.</summary>
/// <param name="Reason">In words.</param>
/// <param name="Model">The model considered; null where it is the whole account.</param>
internal sealed record Obstacle(string Reason, string? Model = null);
