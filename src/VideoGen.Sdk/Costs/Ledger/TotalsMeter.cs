namespace VideoGen.Sdk.Costs.Ledger;

/// <summary>Adds up sums to <see cref="LedgerTotals"/>.</summary>
internal sealed class TotalsMeter
{
    private readonly long[] lines = new long[6];
    private readonly long[] chargedMicroUsd = new long[6];
    private readonly long[] heldMicroUsd = new long[6];
    private long flagged;
    private long unmeasuredMicroUsd;
    private long lengthMicroseconds;

    public void Add(in LineSums sums)
    {
        var fate = (int)sums.Fate;
        lines[fate] += sums.Lines;
        flagged += sums.Flagged;
        checked
        {
            chargedMicroUsd[fate] += sums.ChargedMicroUsd;
            heldMicroUsd[fate] += sums.HeldMicroUsd;
            unmeasuredMicroUsd += sums.UnmeasuredMicroUsd;
            lengthMicroseconds += sums.LengthMicroseconds;
        }
    }

    public LedgerTotals ToTotals() => new()
    {
        Videos = lines[(int)LineFate.Video],
        Failed = lines[(int)LineFate.Failed],
        Rejected = lines[(int)LineFate.Rejected],
        NotSent = lines[(int)LineFate.NotSent],
        Unknown = lines[(int)LineFate.Unknown],
        Open = lines[(int)LineFate.Open],
        Flagged = flagged,
        ChargedUsd = chargedMicroUsd.Sum(MicroUsd.ToUsd),
        FailedUsd = MicroUsd.ToUsd(chargedMicroUsd[(int)LineFate.Failed]) + MicroUsd.ToUsd(chargedMicroUsd[(int)LineFate.Rejected]) + MicroUsd.ToUsd(chargedMicroUsd[(int)LineFate.NotSent]),
        PresumedUsd = MicroUsd.ToUsd(chargedMicroUsd[(int)LineFate.Unknown]),
        UnmeasuredUsd = MicroUsd.ToUsd(unmeasuredMicroUsd),
        HeldUsd = MicroUsd.ToUsd(heldMicroUsd[(int)LineFate.Open]),
        UnverifiedUsd = MicroUsd.ToUsd(heldMicroUsd[(int)LineFate.Unknown]),
        VideoLength = TimeSpan.FromTicks(lengthMicroseconds * TimeSpan.TicksPerMicrosecond),
    };
}
