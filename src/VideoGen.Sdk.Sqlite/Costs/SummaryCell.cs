using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.Sqlite.Costs;

/// <summary>The lines that agree in all that a summary groups by.</summary>
internal sealed class SummaryCell(LineFacts facts, LineFate fate)
{
    private long lines;
    private long flagged;
    private long chargedMicroUsd;
    private long heldMicroUsd;
    private long lengthMicroseconds;
    private long unmeasuredMicroUsd;

    public LineFacts Facts => facts;

    public LineFate Fate => fate;

    public LineSums Sums => new(fate, lines, flagged, chargedMicroUsd, heldMicroUsd, lengthMicroseconds, unmeasuredMicroUsd);

    public void Add(in LineSums sums)
    {
        lines += sums.Lines;
        flagged += sums.Flagged;
        checked
        {
            chargedMicroUsd += sums.ChargedMicroUsd;
            heldMicroUsd += sums.HeldMicroUsd;
            lengthMicroseconds += sums.LengthMicroseconds;
            unmeasuredMicroUsd += sums.UnmeasuredMicroUsd;
        }
    }
}
