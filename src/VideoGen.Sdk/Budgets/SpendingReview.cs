using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Budgets;

/// <summary>Looks over the ledger now and then: books what stayed unverified too long, and records alerts about unusual days and a month that will not suffice.</summary>
internal sealed partial class SpendingReview(ICostStore costs, IOptionsMonitor<BudgetOptions> options, TimeProvider timeProvider, ILogger<SpendingReview> logger)
{
    private const int TrailingDays = 30;

    // Yesterday too: what was spent after its last review is found in the next one.
    private const int JudgedDays = 2;

    // Before that a single video makes a pace.
    private static readonly TimeSpan LeastPace = TimeSpan.FromDays(3);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var budget = options.CurrentValue;
        await PresumeAsync(budget, cancellationToken).ConfigureAwait(false);
        var (now, zone) = (timeProvider.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(budget.TimeZone));
        await LookForUnusualDayAsync(budget, zone, now, cancellationToken).ConfigureAwait(false);
        await LookAheadAsync(budget, zone, now, cancellationToken).ConfigureAwait(false);
    }

    private async Task PresumeAsync(BudgetOptions budget, CancellationToken cancellationToken)
    {
        // The store's clock decides; this only spares it what is far too young.
        var old = new LedgerQuery { State = LineState.Unverified, Until = timeProvider.GetUtcNow() - budget.PresumeChargedAfter + TimeSpan.FromHours(1) };
        await foreach (var line in costs.ListAsync(old, cancellationToken).ConfigureAwait(false))
        {
            if (await costs.PresumeChargedAsync(line.Key, budget.PresumeChargedAfter, cancellationToken).ConfigureAwait(false) is { Source: ChargeSource.Presumed } presumed)
            {
                LogPresumed(presumed.ChargedUsd, presumed.Key.Number, presumed.Key.JobId, presumed.Provider);
            }
        }
    }

    private async Task LookForUnusualDayAsync(BudgetOptions budget, TimeZoneInfo zone, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var days = new List<LimitPeriod> { LimitPeriod.DayOf(now, zone) };
        while (days.Count < TrailingDays + JudgedDays)
        {
            days.Insert(0, LimitPeriod.DayOf(days[0].StartsAt.AddTicks(-1), zone));
        }

        var spent = new List<decimal>(days.Count);
        foreach (var day in days)
        {
            spent.Add(await costs.SpentAsync(LimitScope.All, day.StartsAt, day.EndsAt, cancellationToken).ConfigureAwait(false));
        }

        for (var i = TrailingDays; i < days.Count; i++)
        {
            await JudgeAsync(budget, days[i], spent[i], spent.GetRange(i - TrailingDays, TrailingDays), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task JudgeAsync(BudgetOptions budget, LimitPeriod day, decimal spent, List<decimal> before, CancellationToken cancellationToken)
    {
        if (UnusualSpending.IsUnusual(spent, before, budget.UnusualAfterDays) && UnusualSpending.MedianUsd(before, budget.UnusualAfterDays) is { } median)
        {
            await costs.RecordAlertAsync(
                About(BudgetAlertKind.UnusualDay, day, null, median, spent, string.Create(CultureInfo.InvariantCulture, $"{day.Key} cost {spent:0.00####} USD so far, more than three times the {median:0.00####} USD of an ordinary day.")),
                cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task LookAheadAsync(BudgetOptions budget, TimeZoneInfo zone, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var month = LimitPeriod.MonthOf(now, zone);
        if (budget.Unlimited || budget.MonthlyLimitUsd is not { } limit || now - month.StartsAt < LeastPace)
        {
            return;
        }

        var spent = await costs.SpentAsync(LimitScope.All, month.StartsAt, month.EndsAt, cancellationToken).ConfigureAwait(false);
        if (spent < limit && SpendingForecast.ReachedAt(spent, limit, month, now) is { } at)
        {
            var date = TimeZoneInfo.ConvertTime(at, zone);
            await costs.RecordAlertAsync(
                About(BudgetAlertKind.Forecast, month, "monthly budget", limit, spent, string.Create(CultureInfo.InvariantCulture, $"At this pace the monthly limit of {limit:0.00####} USD is reached on {date:yyyy-MM-dd}; {spent:0.00####} USD are held or spent so far.")),
                cancellationToken).ConfigureAwait(false);
        }
    }

    private static BudgetAlert About(BudgetAlertKind kind, LimitPeriod period, string? limit, decimal expectedUsd, decimal usedUsd, string text) => new()
    {
        Key = $"{kind}/{period.Key}/{period.StartsAt.UtcTicks}",
        Kind = kind,
        Scope = LimitScope.All,
        LimitName = limit,
        LimitUsd = expectedUsd,
        UsedUsd = usedUsd,
        PeriodStartsAt = period.StartsAt,
        PeriodEndsAt = period.EndsAt,
        Text = text,
    };

    [LoggerMessage(1703, LogLevel.Warning, "{ChargedUsd} USD of attempt {Attempt} of job {JobId} at {Provider} are presumed charged: nobody could say for too long what became of it.")]
    private partial void LogPresumed(decimal chargedUsd, int attempt, string jobId, string provider);
}
