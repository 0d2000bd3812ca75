using VideoGen.Sdk.Costs;
using Xunit;

namespace VideoGen.Sdk.Contracts.Costs;

public abstract partial class CostStoreContract
{
    [Fact]
    public async Task A_hold_keeps_everything_that_was_said_of_the_attempt()
    {
        var request = Ask.For("a", 1.25m) with { Tenant = "acme", Campaign = "spring", Tags = ["reel", "Ünïcode \"quoted\"", "reel"] };

        var line = await HoldAsync(request);

        Assert.Equal(
            (request.Key, request.ClientReference, request.Provider, request.Account, request.Model, request.Tenant, request.Campaign),
            (line.Key, line.ClientReference, line.Provider, line.Account, line.Model, line.Tenant, line.Campaign));
        Assert.Equal(request.Tags, line.Tags);
        Assert.Equal((LineState.Reserved, 1.25m, 0m, Clock.GetUtcNow()), (line.State, line.ReservedUsd, line.ChargedUsd, line.ReservedAt));
        Assert.Equal((null, null, null, null, null, null), (line.Outcome, line.StartedAt, line.SettledAt, line.Source, line.Flag, line.RemoteId));
        AssertSame(line, await FindAsync(request.Key));
    }

    [Fact]
    public async Task An_attempt_that_was_never_held_has_no_line()
    {
        await HoldAsync(Ask.For("a", 1m));

        Assert.Null(await Store.FindAsync(Ask.Key("a", 2), Token));
        Assert.Null(await Store.FindAsync(Ask.Key("b"), Token));
    }

    [Fact]
    public async Task A_start_notes_the_time_and_moves_no_money()
    {
        await HoldAsync(Ask.For("a", 1m));
        Clock.Advance(TimeSpan.FromSeconds(3));

        var line = await StartAsync(Ask.Key("a"));

        Assert.Equal((Clock.GetUtcNow(), LineState.Reserved, 1m), (line.StartedAt, line.State, line.ReservedUsd));
        Assert.Single(await EntriesAsync());
    }

    [Fact]
    public async Task A_post_never_begins_on_a_hold_that_was_released()
    {
        await HoldAsync(Ask.For("a", 1m));
        await ReleaseAsync(Ask.Key("a"), AttemptOutcome.NotSent);

        await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(Ask.Key("a")));
    }

    [Fact]
    public async Task A_higher_estimate_raises_the_hold_at_once_past_every_limit()
    {
        var limit = Ask.Usd(10m, Ask.Day);
        await HoldAsync(Ask.For("a", 9m, limit));

        var line = await RaiseAsync(Ask.Key("a"), 15m);

        Assert.Equal((LineState.Reserved, 15m), (line.State, line.ReservedUsd));
        Assert.Equal(0m, (await RefusalAsync(Ask.For("b", 1m, limit))).Available);
        var entry = (await EntriesAsync())[^1];
        Assert.Equal((LedgerEntryKind.Raised, 6m, "the vendor asks for more"), (entry.Kind, entry.AmountUsd, entry.Reason));
    }

    [Fact]
    public async Task A_lower_estimate_changes_nothing()
    {
        await HoldAsync(Ask.For("a", 9m));

        Assert.Equal(9m, (await RaiseAsync(Ask.Key("a"), 8m)).ReservedUsd);
        Assert.Single(await EntriesAsync());
    }

    [Fact]
    public async Task An_unverified_hold_can_be_raised()
    {
        await HoldAsync(Ask.For("a", 1m));
        await DoubtAsync(Ask.Key("a"));

        var line = await RaiseAsync(Ask.Key("a"), 2m);

        Assert.Equal((LineState.Unverified, 2m), (line.State, line.ReservedUsd));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.75")]
    [InlineData("250.000001")]
    public async Task A_settlement_books_what_was_charged_whatever_was_held(string amount)
    {
        var charge = decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);
        var limit = Ask.Usd(10m, Ask.Day);
        await StartAsync((await HoldAsync(Ask.For("a", 1m, limit))).Key);
        Clock.Advance(TimeSpan.FromMinutes(2));

        var line = await Store.SettleAsync(
            Ask.Key("a"), new Settlement { ChargeUsd = charge, Outcome = AttemptOutcome.Succeeded, Source = ChargeSource.Computed, RemoteId = "r-1", Flag = "odd" }, Token);

        Assert.Equal((LineState.Charged, AttemptOutcome.Succeeded, 0m, charge), (line.State, line.Outcome, line.ReservedUsd, line.ChargedUsd));
        Assert.Equal((Clock.GetUtcNow(), ChargeSource.Computed, "r-1", "odd"), (line.SettledAt, line.Source, line.RemoteId, line.Flag));
        Assert.Equal(decimal.Max(0m, 10m - charge), (await RefusalAsync(Ask.For("b", 11m, limit))).Available);
        AssertSame(line, await FindAsync(Ask.Key("a")));
    }

    [Fact]
    public async Task A_release_ends_the_hold_without_a_charge()
    {
        await HoldAsync(Ask.For("a", 1m));
        Clock.Advance(TimeSpan.FromMinutes(2));

        var line = await ReleaseAsync(Ask.Key("a"), AttemptOutcome.Rejected);

        Assert.Equal((LineState.Released, AttemptOutcome.Rejected, 0m, 0m), (line.State, line.Outcome, line.ReservedUsd, line.ChargedUsd));
        Assert.Equal((Clock.GetUtcNow(), null), (line.SettledAt, line.Source));
        var entry = (await EntriesAsync())[^1];
        Assert.Equal((LedgerEntryKind.Released, 1m, "it ended"), (entry.Kind, entry.AmountUsd, entry.Reason));
    }

    [Fact]
    public async Task Unverified_money_never_frees_itself()
    {
        Limit[] limits = [Ask.Usd(10m, Ask.WhileOpen), Ask.Usd(10m, Ask.Video)];
        await StartAsync((await HoldAsync(Ask.For("a", 7m, limits))).Key);

        Assert.Equal((LineState.Unverified, 7m), ((await DoubtAsync(Ask.Key("a"))).State, (await FindAsync(Ask.Key("a"))).ReservedUsd));
        Clock.Advance(TimeSpan.FromDays(1000));

        Assert.Equal([3m, 3m], (await RefusalsAsync(Ask.For("a", 4m, limits).Attempt(2))).Select(refusal => refusal.Available));
    }

    [Fact]
    public async Task A_verified_attempt_goes_on_with_its_hold_and_remote_id()
    {
        await StartAsync((await HoldAsync(Ask.For("a", 7m))).Key);
        await DoubtAsync(Ask.Key("a"));

        var line = await VerifyAsync(Ask.Key("a"));

        Assert.Equal((LineState.Reserved, 7m, "found-a"), (line.State, line.ReservedUsd, line.RemoteId));
        Assert.Equal((LineState.Charged, "remote-a"), ((await SettleAsync(Ask.Key("a"), 6m)).State, (await FindAsync(Ask.Key("a"))).RemoteId));
    }

    [Fact]
    public async Task An_unverified_attempt_can_be_settled_or_released()
    {
        await HoldAsync(Ask.For("a", 7m));
        await HoldAsync(Ask.For("b", 7m));
        await DoubtAsync(Ask.Key("a"));
        await DoubtAsync(Ask.Key("b"));

        Assert.Equal((LineState.Charged, 7m), ((await SettleAsync(Ask.Key("a"), 7m)).State, (await FindAsync(Ask.Key("a"))).ChargedUsd));
        Assert.Equal((LineState.Released, 0m), ((await ReleaseAsync(Ask.Key("b"), AttemptOutcome.NotSent)).State, (await FindAsync(Ask.Key("b"))).ReservedUsd));
    }

    [Theory]
    [InlineData(8, 2)]
    [InlineData(2, 8)]
    [InlineData(0, 10)]
    public async Task A_correction_changes_a_booked_charge_by_an_entry_of_its_own(int corrected, int available)
    {
        var limit = Ask.Usd(10m, Ask.Day);
        await HoldAsync(Ask.For("a", 5m, limit));
        var settled = await SettleAsync(Ask.Key("a"), 5m);
        Clock.Advance(TimeSpan.FromHours(1));

        var line = await CorrectAsync(Ask.Key("a"), corrected, ChargeSource.Person);

        AssertSame(settled with { ChargedUsd = corrected, Source = ChargeSource.Person }, line);
        var entry = (await EntriesAsync())[^1];
        Assert.Equal((LedgerEntryKind.Corrected, corrected - 5m, ChargeSource.Person, "the invoice says so"), (entry.Kind, entry.AmountUsd, entry.Source, entry.Reason));
        Assert.Equal(available, (await RefusalAsync(Ask.For("b", 10.5m, limit))).Available);
    }

    [Fact]
    public async Task An_open_hold_cannot_be_corrected()
    {
        await HoldAsync(Ask.For("a", 5m));

        await Assert.ThrowsAsync<InvalidOperationException>(() => CorrectAsync(Ask.Key("a"), 4m));
        Assert.Equal(LineState.Reserved, (await FindAsync(Ask.Key("a"))).State);
    }

    [Fact]
    public async Task What_a_vendor_charged_is_booked_even_after_a_release()
    {
        var limit = Ask.Usd(10m, Ask.Day);
        foreach (var job in new[] { "a", "b" })
        {
            await HoldAsync(Ask.For(job, 1m, limit));
            await ReleaseAsync(Ask.Key(job), AttemptOutcome.Rejected);
        }

        Assert.Equal((LineState.Charged, 2m), ((await SettleAsync(Ask.Key("a"), 2m)).State, (await FindAsync(Ask.Key("a"))).ChargedUsd));
        Assert.Equal((LineState.Charged, 3m), ((await CorrectAsync(Ask.Key("b"), 3m)).State, (await FindAsync(Ask.Key("b"))).ChargedUsd));
        Assert.Equal(5m, (await RefusalAsync(Ask.For("c", 6m, limit))).Available);
    }

    [Fact]
    public async Task Nothing_happens_to_an_attempt_that_was_never_held()
    {
        var key = Ask.Key("nobody");
        Func<Task<AttemptLine>>[] calls =
        [
            () => StartAsync(key), () => RaiseAsync(key, 1m), () => SettleAsync(key, 1m), () => ReleaseAsync(key, AttemptOutcome.NotSent),
            () => DoubtAsync(key), () => VerifyAsync(key), () => CorrectAsync(key, 1m),
        ];

        foreach (var call in calls)
        {
            Assert.Contains("nobody", (await Assert.ThrowsAsync<InvalidOperationException>(call)).Message, StringComparison.Ordinal);
        }

        Assert.Empty(await EntriesAsync());
    }

    // Records compare lists by reference.
    private static void AssertSame(AttemptLine expected, AttemptLine actual)
    {
        Assert.Equal(expected.Tags, actual.Tags);
        Assert.Equal(expected, actual with { Tags = expected.Tags });
    }
}
