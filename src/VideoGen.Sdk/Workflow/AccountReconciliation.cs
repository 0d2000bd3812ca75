using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>One account's lines against its vendor. Asks, and books nothing.</summary>
internal sealed class AccountReconciliation(IVideoProvider provider, ICostStore costs, IJobStore store, LostAnswer lostAnswer)
{
    // Vendors take and list a charge when the job ends, which may be long after its reservation.
    private static readonly TimeSpan Slack = TimeSpan.FromDays(2);

    private readonly List<ReconciliationFinding> findings = [];
    private readonly HashSet<string> seen = [];

    public int Compared { get; private set; }

    public async Task<IReadOnlyList<ReconciliationFinding>> RunAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var near = await costs.ListAsync(new LedgerQuery { From = from - Slack, Until = until + Slack, Provider = provider.Descriptor.Name }, cancellationToken)
            .Where(line => line.Account == provider.Descriptor.Account).ToListAsync(cancellationToken).ConfigureAwait(false);
        var bill = await ReadBillAsync(from, until, cancellationToken).ConfigureAwait(false);
        var listed = bill?.Charges?.ToLookup(charge => charge.RemoteId);
        foreach (var line in near.Where(line => line.StartedAt is not null))
        {
            await CompareAsync(line, listed, line.ReservedAt >= from && line.ReservedAt < until, cancellationToken).ConfigureAwait(false);
        }

        if (bill?.Charges is { } charges)
        {
            FindUnknown(charges.Where(charge => charge.At is not { } at || (at >= from && at < until)));
        }

        CompareDays(bill?.DailyUsd, near, from, until);
        return findings;
    }

    private async Task<VendorBill?> ReadBillAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (provider is not IProviderBilling billing)
        {
            return null;
        }

        try
        {
            return await billing.ReadBillAsync(from - Slack, until + Slack, cancellationToken).ConfigureAwait(false);
        }
        catch (ProviderCallException e)
        {
            Found(ReconciliationKind.NotCompared, null, null, 0m, null, $"the vendor's list could not be read: {e.Message}");
            return null;
        }
    }

    // A line beside the stretch is only known by its id: its charge may lie within.
    private async Task CompareAsync(AttemptLine line, ILookup<string, VendorCharge>? listed, bool isAsked, CancellationToken cancellationToken)
    {
        if (!isAsked && (line.RemoteId is not null || listed is null))
        {
            See(line.RemoteId);
            return;
        }

        var attempt = (await store.FindAsync(line.Key.JobId, cancellationToken).ConfigureAwait(false))?.Job is { } job
            ? job.Attempts.FirstOrDefault(a => a.Number == line.Key.Number) is { } known ? (job, known) : default((VideoJob, Attempt)?)
            : null;
        try
        {
            var remoteId = line.RemoteId ?? await RemoteIdAsync(line, attempt, cancellationToken).ConfigureAwait(false);
            See(remoteId);
            if (!isAsked)
            {
                return;
            }

            var said = remoteId is null ? null : Sum(listed, remoteId) ?? await AskAsync(attempt, remoteId, cancellationToken).ConfigureAwait(false);
            if (said is { } usd)
            {
                Compare(line, remoteId!, usd);
            }
            else if (line is { State: LineState.Charged, ChargedUsd: > 0m } && listed is not null && remoteId is not null)
            {
                Found(ReconciliationKind.MissingAtVendor, line.Key, remoteId, line.ChargedUsd, null, null);
            }
            else if (line.State is LineState.Unverified)
            {
                Found(ReconciliationKind.NotCompared, line.Key, remoteId, line.ReservedUsd, null, "the vendor cannot say what became of it");
            }
        }
        catch (ProviderCallException e)
        {
            Found(ReconciliationKind.NotCompared, line.Key, line.RemoteId, Counted(line), null, e.Message);
        }
    }

    private void Compare(AttemptLine line, string remoteId, decimal usd)
    {
        Compared++;
        if (line.State is LineState.Unverified || line.Source is ChargeSource.Presumed)
        {
            Found(ReconciliationKind.UnverifiedResolved, line.Key, remoteId, Counted(line), usd, null);
        }
        else if (line.State is not LineState.Reserved && line.ChargedUsd != usd)
        {
            Found(ReconciliationKind.AmountDiffers, line.Key, remoteId, line.ChargedUsd, usd, line.State is LineState.Released ? "the ledger released it" : null);
        }
    }

    private async Task<string?> RemoteIdAsync(AttemptLine line, (VideoJob Job, Attempt Attempt)? known, CancellationToken cancellationToken) =>
        known is var (job, attempt)
            ? attempt.RemoteId ?? (line.State is LineState.Unverified or LineState.Charged ? await lostAnswer.FindAsync(job, attempt, provider, cancellationToken).ConfigureAwait(false) : null)
            : null;

    // What the vendor states of one job, once that has ended.
    private async Task<decimal?> AskAsync((VideoJob Job, Attempt Attempt)? known, string remoteId, CancellationToken cancellationToken)
    {
        if (known is not var (_, attempt))
        {
            return null;
        }

        var status = await provider.GetStatusAsync(Remote.Of(attempt with { RemoteId = remoteId }), cancellationToken).ConfigureAwait(false);
        return status.IsEnded ? status.ChargeUsd : null;
    }

    private void See(string? remoteId)
    {
        if (remoteId is not null)
        {
            seen.Add(remoteId);
        }
    }

    private void FindUnknown(IEnumerable<VendorCharge> charges)
    {
        foreach (var charge in charges.Where(charge => !seen.Contains(charge.RemoteId)).GroupBy(charge => charge.RemoteId))
        {
            Found(ReconciliationKind.MissingInLedger, null, charge.Key, 0m, charge.Any(part => part.AmountUsd is null) ? null : charge.Sum(part => part.AmountUsd), null);
        }
    }

    private void CompareDays(IReadOnlyDictionary<DateOnly, decimal>? vendor, List<AttemptLine> lines, DateTimeOffset from, DateTimeOffset until)
    {
        if (vendor is null)
        {
            return;
        }

        var ours = lines.Where(line => line.State is LineState.Charged).ToLookup(line => DateOnly.FromDateTime((line.SettledAt ?? line.ReservedAt).UtcDateTime), line => line.ChargedUsd);
        for (var day = DateOnly.FromDateTime(from.UtcDateTime); day <= DateOnly.FromDateTime(until.UtcDateTime.AddTicks(-1)); day = day.AddDays(1))
        {
            if (vendor.GetValueOrDefault(day) is var usd && ours[day].Sum() is var booked && usd != booked)
            {
                findings.Add(new ReconciliationFinding { Kind = ReconciliationKind.DayDiffers, Account = provider.Descriptor.Id, Day = day, LedgerUsd = booked, VendorUsd = usd });
            }
        }
    }

    private void Found(ReconciliationKind kind, AttemptKey? attempt, string? remoteId, decimal ledgerUsd, decimal? vendorUsd, string? note) => findings.Add(new ReconciliationFinding
    {
        Kind = kind, Account = provider.Descriptor.Id, Attempt = attempt, RemoteId = remoteId, LedgerUsd = ledgerUsd, VendorUsd = vendorUsd, Note = note,
    });

    private static decimal? Sum(ILookup<string, VendorCharge>? listed, string remoteId) =>
        listed?[remoteId].ToList() is { Count: > 0 } parts && parts.TrueForAll(part => part.AmountUsd is not null) ? parts.Sum(part => part.AmountUsd) : null;

    private static decimal Counted(AttemptLine line) => line.ReservedUsd + line.ChargedUsd;
}
