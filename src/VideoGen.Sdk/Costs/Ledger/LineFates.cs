namespace VideoGen.Sdk.Costs.Ledger;

/// <summary>Reads a fate from what a line says.</summary>
internal static class LineFates
{
    public static LineFate Of(LineState state, AttemptOutcome? outcome) => state switch
    {
        LineState.Reserved => LineFate.Open,
        LineState.Unverified => LineFate.Unknown,
        _ => outcome switch
        {
            AttemptOutcome.Succeeded => LineFate.Video,
            AttemptOutcome.Failed => LineFate.Failed,
            AttemptOutcome.Rejected => LineFate.Rejected,
            AttemptOutcome.NotSent => LineFate.NotSent,
            _ => LineFate.Unknown,
        },
    };
}
