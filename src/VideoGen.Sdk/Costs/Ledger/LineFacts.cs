namespace VideoGen.Sdk.Costs.Ledger;

/// <summary>What summaries group lines by.</summary>
internal readonly record struct LineFacts(string Provider, string Account, string Model, string? Tenant, string? Campaign, IReadOnlyList<string> Tags)
{
    public static LineFacts Of(AttemptLine line) => new(line.Provider, line.Account, line.Model, line.Tenant, line.Campaign, line.Tags);
}
