using VideoGen.Sdk.Costs;
using Xunit;

namespace VideoGen.Sdk.Contracts.Costs;

public abstract partial class CostStoreContract
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_budget_alerts_at_75_90_and_100_percent_once_each()
    {
        var limit = Ask.Usd(10m, Ask.Day, name: "daily budget");
        await HoldAsync(Ask.For("a", 7.499999m, limit));
        Assert.Empty(await AlertsAsync());

        await HoldAsync(Ask.For("b", 0.000001m, limit));
        await HoldAsync(Ask.For("c", 1m, limit));
        Assert.Equal([75], await PercentsAsync());
        await HoldAsync(Ask.For("d", 1.5m, limit));

        var alerts = await AlertsAsync();
        Assert.Equal([75, 90, 100], alerts.Select(alert => alert.Percent));
        Assert.Equal([7.5m, 10m, 10m], alerts.Select(alert => alert.UsedUsd));
        Assert.Equal(3, alerts.Select(alert => alert.Id).Distinct().Count());
        Assert.All(alerts, alert => Assert.Equal(
            (BudgetAlertKind.Threshold, LimitScope.All, "daily budget", 10m, new DateTimeOffset(2026, 3, 10, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 11, 0, 0, 0, TimeSpan.Zero), Clock.GetUtcNow()),
            (alert.Kind, alert.Scope, alert.LimitName, alert.LimitUsd!.Value, alert.PeriodStartsAt!.Value, alert.PeriodEndsAt!.Value, alert.At)));
    }

    [Fact]
    public async Task A_level_that_is_left_and_reached_again_is_not_told_twice_but_in_the_next_period()
    {
        var limit = Ask.Usd(10m, Ask.Day);
        await HoldAsync(Ask.For("a", 8m, limit));
        await ReleaseAsync(Ask.Key("a"), AttemptOutcome.NotSent);
        await HoldAsync(Ask.For("b", 8m, limit));
        Assert.Equal([75], await PercentsAsync());

        Clock.Advance(TimeSpan.FromDays(1));
        await HoldAsync(Ask.For("c", 8m, limit));

        Assert.Equal([75, 75], await PercentsAsync());
    }

    [Fact]
    public async Task Each_scope_and_each_period_alerts_for_itself()
    {
        Limit[] limits = [Ask.Usd(10m, Ask.Day), Ask.Usd(100m, Ask.Month), Ask.Usd(4m, Ask.Day, LimitScope.Tenant("acme")), Ask.Usd(4m, Ask.Day, LimitScope.Campaign("spring")), Ask.Usd(4m, Ask.Day, LimitScope.Account("kling/default"))];
        await HoldAsync(Ask.For("a", 3m, limits) with { Tenant = "acme", Campaign = "spring" });

        Assert.Equal(
            [LimitScope.Account("kling/default"), LimitScope.Tenant("acme"), LimitScope.Campaign("spring")],
            (await AlertsAsync()).Select(alert => alert.Scope).OrderBy(scope => scope.Kind));
    }

    [Fact]
    public async Task A_refused_hold_alerts_nobody()
    {
        await RefusalAsync(Ask.For("a", 11m, Ask.Usd(10m, Ask.Day)));
        Assert.Empty(await AlertsAsync());
    }

    [Fact]
    public async Task A_raise_past_the_limit_alerts_and_the_next_reservation_sees_it()
    {
        var limit = Ask.Usd(10m, Ask.Day);
        await HoldAsync(Ask.For("a", 1m, limit));
        await RaiseAsync(Ask.Key("a"), 12m);
        await RaiseAsync(Ask.Key("a"), 12m);

        var alerts = await AlertsAsync();
        Assert.Equal([75, 90, 100], alerts.Where(alert => alert.Kind is BudgetAlertKind.Threshold).Select(alert => alert.Percent));
        var raised = Assert.Single(alerts, alert => alert.Kind is BudgetAlertKind.HoldRaised);
        Assert.Equal((Ask.Key("a"), 1m, 12m, LimitScope.Account("kling/default")), (raised.Attempt!.Value, raised.LimitUsd, raised.UsedUsd, raised.Scope));
        Assert.Equal(0m, (await RefusalAsync(Ask.For("b", 1m, limit))).Available);
    }

    [Fact]
    public async Task A_second_raise_is_told_too()
    {
        await HoldAsync(Ask.For("a", 1m));
        await RaiseAsync(Ask.Key("a"), 12m);
        await RaiseAsync(Ask.Key("a"), 13m);

        Assert.Equal([(1m, 12m), (12m, 13m)], (await AlertsAsync()).Select(alert => (alert.LimitUsd!.Value, alert.UsedUsd)));
    }

    [Theory]
    [InlineData(9.5, ChargeSource.Vendor, 1)]
    [InlineData(9.5, ChargeSource.Person, 0)]
    [InlineData(1, ChargeSource.Vendor, 0)]
    public async Task A_correction_to_more_than_was_booked_is_alerted_unless_a_person_made_it(decimal usd, ChargeSource source, int alerts)
    {
        await HoldAsync(Ask.For("a", 2m));
        await SettleAsync(Ask.Key("a"), 2m);
        await Store.CorrectAsync(Ask.Key("a"), usd, source, "found later", Token);
        await Store.CorrectAsync(Ask.Key("a"), usd, source, "found later", Token);

        Assert.Equal(
            Enumerable.Repeat((BudgetAlertKind.UnexpectedCharge, 2m, usd), alerts),
            (await AlertsAsync()).Select(alert => (alert.Kind, alert.LimitUsd!.Value, alert.UsedUsd)));
    }

    [Fact]
    public async Task A_charge_above_its_hold_is_booked_as_it_is_and_alerted()
    {
        var limit = Ask.Usd(10m, Ask.Day);
        await HoldAsync(Ask.For("a", 2m, limit));
        var line = await SettleAsync(Ask.Key("a"), 9.5m);
        await SettleAsync(Ask.Key("a"), 9.5m);

        var alerts = await AlertsAsync();
        Assert.Equal(9.5m, line.ChargedUsd);
        Assert.Equal([75, 90], alerts.Where(alert => alert.Kind is BudgetAlertKind.Threshold).Select(alert => alert.Percent));
        Assert.Equal((2m, 9.5m), Assert.Single(alerts, alert => alert.Kind is BudgetAlertKind.UnexpectedCharge) is var odd ? (odd.LimitUsd, odd.UsedUsd) : default);
        Assert.Equal(0.5m, (await RefusalAsync(Ask.For("b", 1m, limit))).Available);
    }

    [Fact]
    public async Task A_flagged_charge_is_kept_and_alerted_with_its_words()
    {
        await HoldAsync(Ask.For("a", 2m));
        var line = await Store.SettleAsync(Ask.Key("a"), new Settlement { ChargeUsd = 2m, Outcome = AttemptOutcome.Succeeded, Source = ChargeSource.Estimate, Flag = "the vendor stated -5 USD" }, Token);

        Assert.Equal("the vendor stated -5 USD", line.Flag);
        Assert.Contains("the vendor stated -5 USD", Assert.Single(await AlertsAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ordinary_charge_alerts_nobody()
    {
        await HoldAsync(Ask.For("a", 2m, Ask.Usd(10m, Ask.Day)));
        await SettleAsync(Ask.Key("a"), 2m);
        Assert.Empty(await AlertsAsync());
    }

    [Fact]
    public async Task A_leased_alert_is_nobody_elses_until_the_lease_ends_and_then_comes_again_under_the_same_id()
    {
        await HoldAsync(Ask.For("a", 8m, Ask.Usd(10m, Ask.Day)));
        var first = Assert.Single(await Store.LeaseAlertsAsync(10, Lease, Token));
        Assert.Empty(await Store.LeaseAlertsAsync(10, Lease, Token));

        Clock.Advance(Lease);
        var again = Assert.Single(await Store.LeaseAlertsAsync(10, Lease, Token));

        Assert.Equal((first.Id, 0, 1), (again.Id, first.Tries, again.Tries));
    }

    [Fact]
    public async Task A_delivered_alert_never_comes_again_and_a_failed_one_after_its_delay()
    {
        await HoldAsync(Ask.For("a", 9m, Ask.Usd(10m, Ask.Day)));
        var alerts = await Store.LeaseAlertsAsync(10, Lease, Token);
        Assert.Equal(2, alerts.Count);
        await Store.MarkAlertDeliveredAsync(alerts[0].Id, Token);
        await Store.MarkAlertDeliveredAsync(alerts[0].Id, Token);
        await Store.RetryAlertAsync(alerts[0].Id, TimeSpan.Zero, Token);
        await Store.RetryAlertAsync(alerts[1].Id, TimeSpan.FromMinutes(5), Token);

        Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromMicroseconds(1));
        Assert.Empty(await Store.LeaseAlertsAsync(10, Lease, Token));
        Clock.Advance(TimeSpan.FromMicroseconds(1));
        Assert.Equal(alerts[1].Id, Assert.Single(await Store.LeaseAlertsAsync(10, Lease, Token)).Id);
        Assert.Equal([true, false], (await AlertsAsync()).Select(alert => alert.DeliveredAt is not null));
    }

    [Fact]
    public async Task A_lease_takes_the_oldest_and_no_more_than_asked()
    {
        await HoldAsync(Ask.For("a", 10m, Ask.Usd(10m, Ask.Day)));
        Assert.Equal([75, 90], (await Store.LeaseAlertsAsync(2, Lease, Token)).Select(alert => alert.Percent));
        Assert.Equal([100], (await Store.LeaseAlertsAsync(2, Lease, Token)).Select(alert => alert.Percent));
    }

    [Fact]
    public async Task Alerts_that_fail_again_and_again_hold_up_no_newer_one()
    {
        var limit = Ask.Usd(10m, Ask.Day);
        await HoldAsync(Ask.For("a", 8m, limit));
        var failed = Assert.Single(await Store.LeaseAlertsAsync(1, Lease, Token));
        Clock.Advance(TimeSpan.FromSeconds(1));
        await HoldAsync(Ask.For("b", 1m, limit));
        await Store.RetryAlertAsync(failed.Id, TimeSpan.FromSeconds(1), Token);
        Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(90, Assert.Single(await Store.LeaseAlertsAsync(1, Lease, Token)).Percent);
        Assert.Equal(75, Assert.Single(await Store.LeaseAlertsAsync(1, Lease, Token)).Percent);
    }

    [Fact]
    public async Task An_alert_of_an_app_is_recorded_once_and_comes_back_whole()
    {
        var alert = new BudgetAlert
        {
            Key = "UnusualDay/2026-03-10", Kind = BudgetAlertKind.UnusualDay, Scope = LimitScope.Tenant("a:b"), LimitName = "trailing median", LimitUsd = 3m, UsedUsd = 10.000001m,
            PeriodStartsAt = Clock.GetUtcNow(), PeriodEndsAt = Clock.GetUtcNow().AddDays(1), Attempt = Ask.Key("a"), Text = "today is unusual",
        };
        Assert.True(await Store.RecordAlertAsync(alert, Token));
        Assert.False(await Store.RecordAlertAsync(alert with { UsedUsd = 11m }, Token));

        var found = Assert.Single(await AlertsAsync());
        Assert.NotEqual("", found.Id);
        Assert.Equal(alert with { Id = found.Id, At = Clock.GetUtcNow() }, found);
    }

    [Fact]
    public async Task Alerts_are_read_by_their_time_half_open()
    {
        var limit = Ask.Usd(10m, Ask.Month);
        var begin = Clock.GetUtcNow();
        await HoldAsync(Ask.For("a", 8m, limit));
        Clock.Advance(TimeSpan.FromHours(1));
        await HoldAsync(Ask.For("b", 1m, limit));

        Assert.Equal([75], (await Store.AlertsAsync(begin, begin.AddHours(1), Token).ToListAsync(Token)).Select(alert => alert.Percent));
        Assert.Equal([90], (await Store.AlertsAsync(begin.AddHours(1), null, Token).ToListAsync(Token)).Select(alert => alert.Percent));
    }

    [Fact]
    public async Task A_crowd_that_reaches_a_level_together_records_it_once()
    {
        var limit = Ask.Usd(10m, Ask.Day);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(() => Store.HoldAsync(Ask.For($"job-{number}", 1m, limit), Token), Token)));

        Assert.Equal([75, 90, 100], await PercentsAsync());
    }

    private Task<List<BudgetAlert>> AlertsAsync() => Store.AlertsAsync(cancellationToken: Token).ToListAsync(Token).AsTask();

    private async Task<int?[]> PercentsAsync() => [.. (await AlertsAsync()).Select(alert => alert.Percent)];
}
