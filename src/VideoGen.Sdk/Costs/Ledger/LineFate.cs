namespace VideoGen.Sdk.Costs.Ledger;

/// <summary>What became of an attempt, as summaries count it.</summary>
internal enum LineFate
{
    Open,
    Unknown,
    Video,
    Failed,
    Rejected,
    NotSent,
}
