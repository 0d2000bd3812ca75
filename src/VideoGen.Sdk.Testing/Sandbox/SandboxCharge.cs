namespace VideoGen.Sdk.Testing.Sandbox;

/// <summary>Money the sandbox's vendor took: the truth an app's own ledger is held against.</summary>
/// <param name="Vendor">The vendor's path prefix.</param>
/// <param name="RemoteId">The vendor's id of the task.</param>
/// <param name="ClientReference">The id the app chose, or null where the wire has none.</param>
/// <param name="AmountUsd">US dollars.</param>
/// <param name="At">When the task ended.</param>
public sealed record SandboxCharge(string Vendor, string RemoteId, string? ClientReference, decimal AmountUsd, DateTimeOffset At);
