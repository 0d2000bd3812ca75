using VideoGen.Sdk.Costs;
using Xunit;

namespace VideoGen.Sdk.Contracts.Costs;

public abstract partial class CostStoreContract
{
    [Fact]
    public async Task A_hold_whose_POST_never_began_is_withdrawn_with_its_money_and_submission()
    {
        var limit = Ask.Usd(5m, Ask.Day);
        var line = await HoldAsync(Ask.For("a", 5m, limit));

        var withdrawn = await Store.WithdrawAsync(line.Key, line.ClientReference, "not needed", TestContext.Current.CancellationToken);

        Assert.Equal((LineState.Released, AttemptOutcome.NotSent, 0m), (withdrawn.State, withdrawn.Outcome, withdrawn.ReservedUsd));
        await HoldAsync(Ask.For("b", 5m, limit));
    }

    [Fact]
    public async Task A_hold_whose_POST_began_is_not_withdrawn()
    {
        var line = await HoldAsync(Ask.For("a", 5m));
        await Store.StartAsync(line.Key, TestContext.Current.CancellationToken);

        var kept = await Store.WithdrawAsync(line.Key, line.ClientReference, "an owner that slept", TestContext.Current.CancellationToken);

        Assert.Equal((LineState.Reserved, 5m), (kept.State, kept.ReservedUsd));
    }

    [Fact]
    public async Task Money_of_an_unknown_outcome_is_not_withdrawn()
    {
        var line = await HoldAsync(Ask.For("a", 5m));
        await DoubtAsync(line.Key);

        var kept = await Store.WithdrawAsync(line.Key, line.ClientReference, "an owner that slept", TestContext.Current.CancellationToken);

        Assert.Equal((LineState.Unverified, 5m), (kept.State, kept.ReservedUsd));
    }

    [Fact]
    public async Task A_hold_under_another_client_reference_is_not_withdrawn()
    {
        var line = await HoldAsync(Ask.For("a", 5m));

        var kept = await Store.WithdrawAsync(line.Key, "somebody-else", "an owner that slept", TestContext.Current.CancellationToken);

        Assert.Equal((LineState.Reserved, 5m), (kept.State, kept.ReservedUsd));
    }
}
