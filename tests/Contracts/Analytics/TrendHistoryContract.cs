using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Analytics;
using Xunit;

namespace VideoGen.Sdk.Contracts.Analytics;

/// <summary>What every <see cref="ITrendHistory"/> must do. Derive it, make an empty one in <see cref="CreateAsync"/>, and all of it is asked of yours.</summary>
public abstract class TrendHistoryContract
{
    private static readonly DateTimeOffset Begin = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The store's time, to be moved by the tests.</summary>
    protected FakeTimeProvider Clock { get; } = new(Begin);

    /// <summary>Makes an empty history that reads its time from <see cref="Clock"/>.</summary>
    protected abstract Task<ITrendHistory> CreateAsync();

    [Fact]
    public async Task A_sighting_comes_back_as_it_was_remembered()
    {
        var history = await CreateAsync();
        var seen = Seen(long.MinValue) with { Cluster = "Ö'; --", Mentions = long.MaxValue, Views = 3 };

        await history.RememberAsync([seen, Seen(7)], Token);

        Assert.Equal([seen], await history.FindAsync([long.MinValue, 5, long.MinValue], Token));
        Assert.Empty(await history.FindAsync([], Token));
    }

    [Fact]
    public async Task The_first_cluster_and_the_latest_counts_stay_whatever_the_order()
    {
        var history = await CreateAsync();
        await history.RememberAsync([Seen(1) with { Mentions = 5 }], Token);
        await history.RememberAsync([Seen(1) with { Cluster = "other", FirstSeenAt = Begin.AddHours(3), LastSeenAt = Begin.AddHours(4), Mentions = 9, Views = 90 }], Token);
        await history.RememberAsync([Seen(1) with { FirstSeenAt = Begin.AddHours(-1), LastSeenAt = Begin.AddHours(2), Mentions = 7 }], Token);

        Assert.Equal(Seen(1) with { FirstSeenAt = Begin.AddHours(-1), LastSeenAt = Begin.AddHours(4), Mentions = 9, Views = 90 }, Assert.Single(await history.FindAsync([1], Token)));
    }

    [Fact]
    public async Task One_key_twice_in_a_call_is_one_sighting()
    {
        var history = await CreateAsync();

        await history.RememberAsync([Seen(1) with { Mentions = 1 }, Seen(1) with { LastSeenAt = Begin.AddHours(1), Mentions = 2 }], Token);

        Assert.Equal(2, Assert.Single(await history.FindAsync([1], Token)).Mentions);
    }

    [Fact]
    public async Task Many_keys_at_once_are_found()
    {
        var history = await CreateAsync();
        await history.RememberAsync([.. Enumerable.Range(0, 5000).Select(key => Seen(key))], Token);

        Assert.Equal(2500, (await history.FindAsync([.. Enumerable.Range(2500, 5000).Select(key => (long)key)], Token)).Count);
    }

    [Fact]
    public async Task What_was_not_seen_since_is_forgotten_and_claims_stay()
    {
        var history = await CreateAsync();
        await history.RememberAsync([Seen(1), Seen(2) with { LastSeenAt = Begin.AddDays(2) }], Token);
        await history.ClaimAsync(Claim("a"), Lease, Token);

        Assert.Equal(1, await history.ForgetAsync(Begin.AddDays(1), Token));

        Assert.Equal(2, Assert.Single(await history.FindAsync([1, 2], Token)).Key);
        Assert.Equal(TrendClaimOutcome.HeldByOther, await history.ClaimAsync(Claim("b"), Lease, Token));
    }

    [Fact]
    public async Task A_trend_is_claimed_once_for_each_account_language_and_variant()
    {
        var history = await CreateAsync();

        Assert.Equal(TrendClaimOutcome.Claimed, await history.ClaimAsync(Claim("a"), Lease, Token));
        Assert.Equal(TrendClaimOutcome.Claimed, await history.ClaimAsync(Claim("a"), Lease, Token));
        Assert.Equal(TrendClaimOutcome.HeldByOther, await history.ClaimAsync(Claim("b"), Lease, Token));
        foreach (var other in new[] { Claim("b") with { Account = "second" }, Claim("b") with { Language = "de" }, Claim("b") with { Variant = "bold" }, Claim("b") with { Clusters = ["c9"] } })
        {
            Assert.Equal(TrendClaimOutcome.Claimed, await history.ClaimAsync(other, Lease, Token));
        }
    }

    [Fact]
    public async Task A_trend_that_was_known_under_another_id_is_the_same_trend()
    {
        var history = await CreateAsync();
        await history.ClaimAsync(Claim("a") with { Clusters = ["c1", "c2"] }, Lease, Token);

        Assert.Equal(TrendClaimOutcome.HeldByOther, await history.ClaimAsync(Claim("b") with { Clusters = ["c3", "c2"] }, Lease, Token));
        Assert.Equal(TrendClaimOutcome.Claimed, await history.ClaimAsync(Claim("b") with { Clusters = ["c3"] }, Lease, Token));
    }

    [Fact]
    public async Task A_claim_whose_lease_is_over_may_be_taken_and_its_first_holder_has_it_no_more()
    {
        var history = await CreateAsync();
        await history.ClaimAsync(Claim("a"), Lease, Token);

        Clock.Advance(Lease - TimeSpan.FromSeconds(1));
        Assert.Equal(TrendClaimOutcome.HeldByOther, await history.ClaimAsync(Claim("b"), Lease, Token));
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TrendClaimOutcome.Claimed, await history.ClaimAsync(Claim("b"), Lease, Token));

        Assert.False(await history.ConfirmAsync(Claim("a"), Token));
        Assert.False(await history.ReleaseAsync(Claim("a"), Token));
        Assert.True(await history.ConfirmAsync(Claim("b"), Token));
    }

    [Fact]
    public async Task A_confirmed_claim_is_used_for_good()
    {
        var history = await CreateAsync();
        await history.ClaimAsync(Claim("a"), Lease, Token);

        Assert.True(await history.ConfirmAsync(Claim("a"), Token));
        Assert.True(await history.ConfirmAsync(Claim("a"), Token));
        Clock.Advance(TimeSpan.FromDays(365));

        Assert.Equal(TrendClaimOutcome.Used, await history.ClaimAsync(Claim("b"), Lease, Token));
        Assert.Equal(TrendClaimOutcome.Used, await history.ClaimAsync(Claim("a"), Lease, Token));
        Assert.False(await history.ReleaseAsync(Claim("a"), Token));
    }

    [Fact]
    public async Task A_released_claim_is_free_at_once()
    {
        var history = await CreateAsync();
        await history.ClaimAsync(Claim("a"), Lease, Token);

        Assert.False(await history.ReleaseAsync(Claim("b"), Token));
        Assert.True(await history.ReleaseAsync(Claim("a"), Token));
        Assert.Equal(TrendClaimOutcome.Claimed, await history.ClaimAsync(Claim("b"), Lease, Token));
    }

    [Fact]
    public async Task Of_many_claims_at_once_one_is_taken()
    {
        var history = await CreateAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => history.ClaimAsync(Claim($"h{i}") with { Clusters = [$"own{i}", "c1"] }, Lease, Token), Token)));

        Assert.Single(outcomes, TrendClaimOutcome.Claimed);
    }

    private static TrendSighting Seen(long key) => new() { Key = key, Cluster = "c1", FirstSeenAt = Begin, LastSeenAt = Begin, Mentions = 1 };

    private static TrendClaim Claim(string holder) => new() { Clusters = ["c1"], Account = "main", Language = "en", Variant = "main", Holder = holder };
}
