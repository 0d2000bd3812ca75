namespace VideoGen.Sdk.Sqlite.Costs;

/// <summary>What a scope has open now.</summary>
internal sealed record OpenRow(long Running, long Pending, long MicroUsd)
{
    public static OpenRow Nothing { get; } = new(0, 0, 0);
}
