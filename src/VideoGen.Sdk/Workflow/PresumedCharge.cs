using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Workflow;

/// <summary>Takes back what was booked on a mere presumption once somebody knows that nothing was taken. What was booked on knowledge stays.</summary>
internal static class PresumedCharge
{
    public static Task<AttemptLine> ReleasePresumedAsync(this ICostStore costs, AttemptLine line, AttemptOutcome outcome, ChargeSource source) =>
        line is { State: LineState.Charged, Source: ChargeSource.Presumed }
            ? costs.SettleAsync(line.Key, new Settlement { ChargeUsd = 0m, Outcome = outcome, Source = source }, CancellationToken.None)
            : Task.FromResult(line);
}
