namespace VideoGen.Sdk.Costs.Ledger;

/// <summary>Sums over lines of one fate: millionths of a dollar and microseconds.</summary>
internal readonly record struct LineSums(LineFate Fate, long Lines, long Flagged, long ChargedMicroUsd, long HeldMicroUsd, long LengthMicroseconds, long UnmeasuredMicroUsd)
{
    /// <summary>Both together; they are of the same fate.</summary>
    public LineSums Plus(in LineSums other) => checked(new LineSums(
        other.Fate,
        Lines + other.Lines,
        Flagged + other.Flagged,
        ChargedMicroUsd + other.ChargedMicroUsd,
        HeldMicroUsd + other.HeldMicroUsd,
        LengthMicroseconds + other.LengthMicroseconds,
        UnmeasuredMicroUsd + other.UnmeasuredMicroUsd));

    /// <summary>One line alone. Only a video has playing time, whatever was asked of the others.</summary>
    public static LineSums Of(AttemptLine line)
    {
        var fate = LineFates.Of(line.State, line.Outcome);
        var charged = MicroUsd.Of(line.ChargedUsd, nameof(line));
        var length = fate is LineFate.Video ? line.Length : null;
        return new LineSums(fate, 1, line.Flag is null ? 0 : 1, charged, MicroUsd.Of(line.ReservedUsd, nameof(line)),
            (length ?? TimeSpan.Zero).Ticks / TimeSpan.TicksPerMicrosecond, fate is LineFate.Video && length is null ? charged : 0);
    }
}
