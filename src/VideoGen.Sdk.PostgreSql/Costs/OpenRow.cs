namespace VideoGen.Sdk.PostgreSql.Costs;

/// <summary>What a scope has open now.</summary>
internal sealed record OpenRow(long Running, long Pending, long MicroUsd)
{
    public static OpenRow Nothing { get; } = new(0, 0, 0);
}
