using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>Holds the ledger against what vendors report: their lists of charges where they have one, what they state of single jobs, and their sums by day. Free. Ask the container for it. Safe for use by many threads at once.</summary>
public sealed class LedgerReconciliation
{
    private readonly ProviderRegistry registry;
    private readonly ICostStore costs;
    private readonly IJobStore store;
    private readonly LostAnswer lostAnswer;

    internal LedgerReconciliation(ProviderRegistry registry, ICostStore costs, IJobStore store, LostAnswer lostAnswer) =>
        (this.registry, this.costs, this.store, this.lostAnswer) = (registry, costs, store, lostAnswer);

    /// <summary>Compares what was reserved in a stretch of time, half open, with the paid accounts that this app has. Books nothing. Asks a vendor about each job that its list does not tell of.</summary>
    /// <exception cref="StoreException">The ledger cannot be read. A vendor that cannot be asked is a finding, not an exception.</exception>
    public async Task<ReconciliationReport> CompareAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken = default)
    {
        var (findings, compared) = (new List<ReconciliationFinding>(), 0);
        foreach (var provider in registry.All.Select(registration => registration.Provider).Where(provider => provider.Descriptor.IsPaid && provider.CheckReadiness().IsReady))
        {
            var account = new AccountReconciliation(provider, costs, store, lostAnswer);
            findings.AddRange(await account.RunAsync(from, until, cancellationToken).ConfigureAwait(false));
            compared += account.Compared;
        }

        return new ReconciliationReport { Compared = compared, Findings = [.. findings.OrderBy(finding => finding.Account, StringComparer.Ordinal).ThenBy(finding => finding.Kind)] };
    }

    /// <summary>
    /// Books the vendor's amounts where it knows them better: what differs is corrected and what was unverified or only presumed is settled, each with source <see cref="ChargeSource.Vendor"/> and an entry of its own.
    /// Amounts below zero or beyond a million USD are left to a person. What is missing on either side, and days, stays as it is. Again, it changes nothing more.
    /// </summary>
    /// <returns>How many attempts were changed.</returns>
    public async Task<int> ApplyAsync(ReconciliationReport report, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var changed = 0;
        foreach (var finding in report.Findings)
        {
            if (finding is { Attempt: { } key, VendorUsd: >= 0m and <= AttemptCharge.LargestUsd and var usd, Kind: ReconciliationKind.AmountDiffers or ReconciliationKind.UnverifiedResolved })
            {
                changed += await BookAsync(key, usd, finding.RemoteId, cancellationToken).ConfigureAwait(false) ? 1 : 0;
            }
        }

        return changed;
    }

    private async Task<bool> BookAsync(AttemptKey key, decimal usd, string? remoteId, CancellationToken cancellationToken)
    {
        var line = await costs.FindAsync(key, cancellationToken).ConfigureAwait(false);
        switch (line)
        {
            case { State: LineState.Unverified } or { Source: ChargeSource.Presumed }:
                await costs.SettleAsync(
                    key, new Settlement { ChargeUsd = usd, Outcome = line.Outcome ?? AttemptOutcome.Unknown, Source = ChargeSource.Vendor, RemoteId = remoteId }, cancellationToken).ConfigureAwait(false);
                return true;
            case { State: LineState.Charged or LineState.Released } when line.ChargedUsd != usd:
                await costs.CorrectAsync(key, usd, ChargeSource.Vendor, "the vendor's own list says so", cancellationToken).ConfigureAwait(false);
                return true;
            default:
                return false;
        }
    }
}
