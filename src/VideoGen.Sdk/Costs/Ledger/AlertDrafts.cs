using System.Globalization;

namespace VideoGen.Sdk.Costs.Ledger;

/// <summary>Alerts about one attempt, and the levels of those about a period: every store records these.</summary>
internal static class AlertDrafts
{
    /// <summary>Percent of a limit at which an alert is recorded.</summary>
    public static IReadOnlyList<int> Levels { get; } = [75, 90, 100];

    /// <summary>Whether this limit is watched: only those of a period that begins and ends have levels that are reached once.</summary>
    public static bool IsWatched(Limit limit) => limit is { Unit: LimitUnit.Usd, Amount: > 0m, Window: LimitWindow.Day or LimitWindow.Month };

    public static BudgetAlert Raised(AttemptLine line, decimal toUsd) => About(
        line, BudgetAlertKind.HoldRaised, line.ReservedUsd, toUsd, Said($"{Name(line)} asked for up to {toUsd:0.00####} USD where {line.ReservedUsd:0.00####} were held; the hold was raised."));

    /// <summary>An alert for a charge above its hold, or one that is flagged; null for an ordinary one.</summary>
    public static BudgetAlert? Charged(AttemptLine line, decimal chargeUsd, string? flag) => chargeUsd <= line.ReservedUsd && flag is null ? null : About(
        line, BudgetAlertKind.UnexpectedCharge, line.ReservedUsd, chargeUsd,
        Said($"{Name(line)} is booked at {chargeUsd:0.00####} USD where {line.ReservedUsd:0.00####} were held{(flag is null ? "" : ": ")}{flag}."));

    /// <summary>An alert for what a vendor is found to have taken above what was booked; null when it took no more, or when a person decided.</summary>
    public static BudgetAlert? Corrected(AttemptLine line, decimal chargeUsd, ChargeSource source, string? flag = null) => source is ChargeSource.Person || (chargeUsd <= line.ChargedUsd && flag is null) ? null : About(
        line, BudgetAlertKind.UnexpectedCharge, line.ChargedUsd, chargeUsd,
        Said($"{Name(line)} is corrected to {chargeUsd:0.00####} USD where {line.ChargedUsd:0.00####} were booked{(flag is null ? "" : ": ")}{flag}."));

    private static BudgetAlert About(AttemptLine line, BudgetAlertKind kind, decimal expectedUsd, decimal usd, string text) => new()
    {
        // With the amount: a second raise is news, a repeated one is not.
        Key = Said($"{kind}/{line.Key.JobId}/{line.Key.Number}/{usd:0.######}"),
        Kind = kind,
        Scope = LimitScope.Account($"{line.Provider}/{line.Account}"),
        LimitUsd = expectedUsd,
        UsedUsd = usd,
        Attempt = line.Key,
        Text = text,
    };

    private static string Name(AttemptLine line) => $"Attempt {line.Key.Number} of job {line.Key.JobId} at {line.Provider}/{line.Account} ({line.Model})";

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
