using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Contracts.Costs;

/// <summary>One attempt of <see cref="CostModel"/>.</summary>
internal sealed class ModelAttempt(HoldRequest request, DateTimeOffset reservedAt)
{
    private DateTimeOffset? postedAt;
    private AttemptOutcome? outcome;

    public HoldRequest Request => request;

    public EntryFold Fold { get; private set; } = new(LineState.Reserved, request.EstimateUsd, 0m, null);

    public decimal Usd => Fold.ReservedUsd + Fold.ChargedUsd;

    public bool IsOpen => Fold.State is LineState.Reserved or LineState.Unverified;

    public bool IsSubmission => outcome is not AttemptOutcome.NotSent && (postedAt is not null || Fold.State is LineState.Reserved);

    /// <summary>Money by its reservation, a submission by its POST, or now while that is still to come.</summary>
    public DateTimeOffset CountsAt(LimitUnit unit, DateTimeOffset now) => unit is LimitUnit.Usd ? reservedAt : postedAt ?? now;

    public bool HasPlaceAt(DateTimeOffset instant) =>
        Fold.State is LineState.Reserved || (Fold.State is LineState.Unverified && instant < postedAt + request.LongestRun);

    public bool Step(CostCall call, DateTimeOffset now)
    {
        switch (call.Kind)
        {
            case CostCallKind.Start:
                var isAllowed = postedAt is not null || IsOpen;
                postedAt ??= isAllowed ? now : null;
                return isAllowed;
            case CostCallKind.Raise:
                Fold = IsOpen ? Fold with { ReservedUsd = Math.Max(Fold.ReservedUsd, call.Usd) } : Fold;
                return true;
            case CostCallKind.Doubt when Fold.State is LineState.Reserved:
                postedAt ??= now;
                Fold = Fold with { State = LineState.Unverified };
                return true;
            case CostCallKind.Verify when Fold.State is LineState.Unverified:
                Fold = Fold with { State = LineState.Reserved };
                return true;
            case CostCallKind.Settle when Fold.State is not LineState.Charged:
                End(call.Outcome, now, new EntryFold(LineState.Charged, 0m, call.Usd, ChargeSource.Vendor));
                return true;
            case CostCallKind.Release when IsOpen:
                End(call.Outcome, now, new EntryFold(LineState.Released, 0m, 0m, null));
                return true;
            case CostCallKind.Withdraw when Fold.State is LineState.Reserved && postedAt is null && call.ClientReference == request.ClientReference:
                End(AttemptOutcome.NotSent, now, new EntryFold(LineState.Released, 0m, 0m, null));
                return true;
            case CostCallKind.Correct:
                Fold = IsOpen ? Fold : new EntryFold(LineState.Charged, 0m, call.Usd, ChargeSource.Person);
                return !IsOpen;
            default:
                return true;
        }
    }

    private void End(AttemptOutcome end, DateTimeOffset now, EntryFold fold)
    {
        outcome = end;
        postedAt ??= end is AttemptOutcome.NotSent ? null : now;
        Fold = fold;
    }
}
