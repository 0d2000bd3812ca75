using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Workflow;

/// <summary>Puts right what was booked on a mere presumption once somebody knows better. What was booked on knowledge stays.</summary>
internal static class PresumedCharge
{
    public static Task<AttemptLine> CorrectPresumedAsync(this ICostStore costs, AttemptLine line, decimal chargeUsd, ChargeSource source, CancellationToken cancellationToken) =>
        line is { State: LineState.Charged, Source: ChargeSource.Presumed } && source is not ChargeSource.Presumed
            ? costs.CorrectAsync(line.Key, chargeUsd, source, "what became of it was found after it had been presumed charged", cancellationToken)
            : Task.FromResult(line);
}
