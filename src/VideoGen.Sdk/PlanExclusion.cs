namespace VideoGen.Sdk;

/// <summary>A provider that was left out, and why.</summary>
/// <param name="Provider">Provider name.</param>
/// <param name="Account">Account name.</param>
/// <param name="Model">The model considered; null where the whole account was left out.</param>
/// <param name="Reason">The reason in words, such as "offers 5 s, asked 15 s".</param>
public sealed record PlanExclusion(string Provider, string Account, string? Model, string Reason);
