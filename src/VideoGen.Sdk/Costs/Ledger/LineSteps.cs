namespace VideoGen.Sdk.Costs.Ledger;

/// <summary>The operations of <see cref="ICostStore"/> on one line, without a store: every store applies these, so that all keep the same books.</summary>
internal static class LineSteps
{
    public static LedgerStep Reserve(HoldRequest request, DateTimeOffset now)
    {
        var held = MicroUsd.ToUsd(MicroUsd.Of(request.EstimateUsd, nameof(request)));
        var line = new AttemptLine
        {
            Key = request.Key,
            ClientReference = request.ClientReference,
            Provider = request.Provider,
            Account = request.Account,
            Model = request.Model,
            Tenant = request.Tenant,
            Campaign = request.Campaign,
            Tags = request.Tags.Count == 0 ? [] : [.. request.Tags],
            Length = request.Length,
            State = LineState.Reserved,
            ReservedUsd = held,
            ReservedAt = now,
        };
        return LedgerStep.With(line, LedgerEntryKind.Reserved, held);
    }

    public static InvalidOperationException NothingHeld(AttemptKey key) =>
        new($"Nothing was ever held for attempt {key.Number} of job {key.JobId}; hold it first.");

    public static LedgerStep Start(AttemptLine line, DateTimeOffset now)
    {
        if (line.StartedAt is not null)
        {
            return LedgerStep.None(line);
        }

        // Whoever starts on a hold that someone else ended would spend money that nobody holds.
        return line.IsOpen()
            ? LedgerStep.Silent(line with { StartedAt = now })
            : throw new InvalidOperationException($"Attempt {line.Key.Number} of job {line.Key.JobId} holds no money any more ({line.State}); hold a new attempt.");
    }

    public static LedgerStep Raise(AttemptLine line, decimal holdUsd, string reason)
    {
        var target = MicroUsd.ToUsd(MicroUsd.Of(holdUsd, nameof(holdUsd)));
        return line.IsOpen() && target > line.ReservedUsd
            ? LedgerStep.With(line with { ReservedUsd = target }, LedgerEntryKind.Raised, target - line.ReservedUsd, reason: reason) with { Alert = AlertDrafts.Raised(line, target) }
            : LedgerStep.None(line);
    }

    // Also after a release: what a vendor took is in the books, whatever was believed before.
    public static LedgerStep Settle(AttemptLine line, Settlement settlement, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        var charge = MicroUsd.ToUsd(MicroUsd.Of(settlement.ChargeUsd, nameof(settlement)));
        if (line.State is LineState.Charged)
        {
            return Learn(line, settlement, charge);
        }

        var charged = Ended(line, settlement.Outcome, now) with
        {
            State = LineState.Charged,
            ChargedUsd = charge,
            Source = settlement.Source,
            RemoteId = settlement.RemoteId ?? line.RemoteId,
            Length = settlement.Length ?? line.Length,
            Flag = settlement.Flag ?? line.Flag,
        };
        return LedgerStep.With(charged, LedgerEntryKind.Charged, charge, settlement.Source, settlement.Flag) with { Alert = AlertDrafts.Charged(line, charge, settlement.Flag) };
    }

    // What was booked before anybody knew the outcome takes it now, and the amount too where that was a mere presumption.
    private static LedgerStep Learn(AttemptLine line, Settlement said, decimal charge)
    {
        var isPresumed = line.Source is ChargeSource.Presumed && said.Source is not ChargeSource.Presumed;
        var isNews = line.Outcome is AttemptOutcome.Unknown && said.Outcome is not (AttemptOutcome.Unknown or AttemptOutcome.NotSent);
        if (!isPresumed && !isNews)
        {
            return LedgerStep.None(line);
        }

        var known = line with
        {
            Outcome = isNews ? said.Outcome : line.Outcome,
            RemoteId = said.RemoteId ?? line.RemoteId,
            Length = said.Length ?? line.Length,
            Flag = (isPresumed ? said.Flag : null) ?? line.Flag,
        };
        return isPresumed
            ? LedgerStep.With(known with { ChargedUsd = charge, Source = said.Source }, LedgerEntryKind.Corrected, charge - line.ChargedUsd, said.Source, said.Flag ?? "what became of it was found after it had been presumed charged")
                with { Alert = AlertDrafts.Corrected(line, charge, said.Source, said.Flag) }
            : LedgerStep.Silent(known);
    }

    // Counted from the POST: that is when the vendor can have taken it.
    public static LedgerStep Presume(AttemptLine line, TimeSpan after, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(after, TimeSpan.Zero);
        if (line.State is not LineState.Unverified || now - (line.StartedAt ?? line.ReservedAt) < after)
        {
            return LedgerStep.None(line);
        }

        var reason = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"nobody could say for {after.TotalDays:0.##} days what became of it");
        var charged = Ended(line, line.Outcome ?? AttemptOutcome.Unknown, now) with { State = LineState.Charged, ChargedUsd = line.ReservedUsd, Source = ChargeSource.Presumed };
        return LedgerStep.With(charged, LedgerEntryKind.Charged, line.ReservedUsd, ChargeSource.Presumed, reason);
    }

    public static LedgerStep Release(AttemptLine line, AttemptOutcome outcome, string reason, DateTimeOffset now) => line.IsOpen()
        ? LedgerStep.With(Ended(line, outcome, now) with { State = LineState.Released }, LedgerEntryKind.Released, line.ReservedUsd, reason: reason)
        : LedgerStep.None(line);

    public static LedgerStep Withdraw(AttemptLine line, string clientReference, string reason, DateTimeOffset now) =>
        line is { State: LineState.Reserved, StartedAt: null } && line.ClientReference == clientReference
            ? Release(line, AttemptOutcome.NotSent, reason, now)
            : LedgerStep.None(line);

    public static LedgerStep Doubt(AttemptLine line, string reason, DateTimeOffset now) => line.State is LineState.Reserved
        ? LedgerStep.With(
            line with { State = LineState.Unverified, StartedAt = line.StartedAt ?? now }, LedgerEntryKind.Unverified, line.ReservedUsd, reason: reason)
        : LedgerStep.None(line);

    public static LedgerStep Verify(AttemptLine line, string remoteId) => line.State switch
    {
        LineState.Unverified => LedgerStep.With(
            line with { State = LineState.Reserved, RemoteId = remoteId }, LedgerEntryKind.Verified, line.ReservedUsd),
        LineState.Reserved when line.RemoteId is null => LedgerStep.Silent(line with { RemoteId = remoteId }),
        _ => LedgerStep.None(line),
    };

    public static LedgerStep Correct(AttemptLine line, decimal chargeUsd, ChargeSource source, string reason)
    {
        var charge = MicroUsd.ToUsd(MicroUsd.Of(chargeUsd, nameof(chargeUsd)));
        if (line.IsOpen())
        {
            throw new InvalidOperationException($"Attempt {line.Key.Number} of job {line.Key.JobId} is not charged yet ({line.State}); settle it instead.");
        }

        return line.State is LineState.Charged && line.ChargedUsd == charge && line.Source == source
            ? LedgerStep.None(line)
            : LedgerStep.With(
                line with { State = LineState.Charged, ChargedUsd = charge, Source = source }, LedgerEntryKind.Corrected, charge - line.ChargedUsd, source, reason) with { Alert = AlertDrafts.Corrected(line, charge, source) };
    }

    // An end other than NotSent says that a POST went out, at the latest now.
    private static AttemptLine Ended(AttemptLine line, AttemptOutcome outcome, DateTimeOffset now) => line with
    {
        ReservedUsd = 0m,
        Outcome = outcome,
        SettledAt = now,
        StartedAt = outcome is AttemptOutcome.NotSent ? line.StartedAt : line.StartedAt ?? now,
    };
}
