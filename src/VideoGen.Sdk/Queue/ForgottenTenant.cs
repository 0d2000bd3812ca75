namespace VideoGen.Sdk.Queue;

/// <summary>What became of the wish to forget a tenant.</summary>
/// <param name="Forgotten">How many jobs were erased.</param>
/// <param name="Kept">The jobs that stay, and why; forgotten by another call once that is settled. Empty when nothing of the tenant is left but its lines in the ledger.</param>
public sealed record ForgottenTenant(int Forgotten, IReadOnlyDictionary<string, ForgetOutcome> Kept);
