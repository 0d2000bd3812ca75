namespace VideoGen.Sdk.Costs.Ledger;

/// <summary>Adds up sums to <see cref="LedgerTotals"/>.</summary>
internal sealed class TotalsMeter
{
    private readonly LineSums[] fates = new LineSums[6];

    public void Add(in LineSums sums)
    {
        ref var fate = ref fates[(int)sums.Fate];
        fate = fate.Plus(sums);
    }

    public LedgerTotals ToTotals() => new()
    {
        Videos = Of(LineFate.Video).Lines,
        Failed = Of(LineFate.Failed).Lines,
        Rejected = Of(LineFate.Rejected).Lines,
        NotSent = Of(LineFate.NotSent).Lines,
        Unknown = Of(LineFate.Unknown).Lines,
        Open = Of(LineFate.Open).Lines,
        Flagged = fates.Sum(fate => fate.Flagged),
        ChargedUsd = fates.Sum(fate => MicroUsd.ToUsd(fate.ChargedMicroUsd)),
        FailedUsd = Charged(LineFate.Failed) + Charged(LineFate.Rejected) + Charged(LineFate.NotSent),
        PresumedUsd = Charged(LineFate.Unknown),
        UnmeasuredUsd = MicroUsd.ToUsd(Of(LineFate.Video).UnmeasuredMicroUsd),
        HeldUsd = MicroUsd.ToUsd(Of(LineFate.Open).HeldMicroUsd),
        UnverifiedUsd = MicroUsd.ToUsd(Of(LineFate.Unknown).HeldMicroUsd),
        VideoLength = TimeSpan.FromTicks(Of(LineFate.Video).LengthMicroseconds * TimeSpan.TicksPerMicrosecond),
    };

    private LineSums Of(LineFate fate) => fates[(int)fate];

    private decimal Charged(LineFate fate) => MicroUsd.ToUsd(Of(fate).ChargedMicroUsd);
}
