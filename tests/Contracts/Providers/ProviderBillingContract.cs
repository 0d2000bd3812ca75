using VideoGen.Sdk.Providers;
using Xunit;

namespace VideoGen.Sdk.Contracts.Providers;

/// <summary>What every <see cref="IProviderBilling"/> must do. Derive it, hand out a desk at a vendor that takes money, and all of it is asked of yours.</summary>
public abstract class ProviderBillingContract
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A desk at a vendor that has taken nothing yet.</summary>
    protected abstract Task<IBillingDesk> CreateDeskAsync();

    [Fact]
    public async Task Every_charge_of_the_stretch_is_listed_with_its_amount()
    {
        await using var desk = await CreateDeskAsync();
        var taken = new[] { await desk.ChargeAsync(), await desk.ChargeAsync(), await desk.ChargeAsync() };

        var bill = await ReadAsync(desk);

        Assert.True(bill.Charges is not null || bill.DailyUsd is not null, "a bill lists single charges or days");
        if (bill.Charges is { } charges)
        {
            Assert.Equal(taken.Order(), charges.GroupBy(charge => charge.RemoteId).Select(job => (job.Key, job.Sum(charge => charge.AmountUsd!.Value))).Order());
        }

        Assert.True(bill.DailyUsd is null || bill.DailyUsd.Values.Sum() == taken.Sum(job => job.AmountUsd), "the days do not add up to what was taken");
    }

    [Fact]
    public async Task What_lies_outside_the_stretch_is_not_listed()
    {
        await using var desk = await CreateDeskAsync();
        await desk.ChargeAsync();

        foreach (var (from, until) in new[] { (-10, -5), (5, 10) })
        {
            var bill = await desk.Billing.ReadBillAsync(desk.Now.AddDays(from), desk.Now.AddDays(until), Stop);
            Assert.Empty(bill.Charges ?? []);
            Assert.Equal(0m, bill.DailyUsd?.Values.Sum() ?? 0m);
        }
    }

    [Fact]
    public async Task The_stretch_is_half_open()
    {
        await using var desk = await CreateDeskAsync();
        var (_, usd) = await desk.ChargeAsync();
        var bill = await ReadAsync(desk);
        var at = bill.Charges is [{ At: { } stated }] ? stated : new DateTimeOffset(bill.DailyUsd!.Single(day => day.Value != 0m).Key, TimeOnly.MinValue, TimeSpan.Zero);

        Assert.Equal(usd, SumOf(await desk.Billing.ReadBillAsync(at, at.AddDays(1), Stop)));
        Assert.Equal(0m, SumOf(await desk.Billing.ReadBillAsync(at.AddDays(-1), at, Stop)));
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_is_said_and_is_no_empty_list()
    {
        await using var desk = await CreateDeskAsync();
        await desk.ChargeAsync();
        desk.Break();

        Assert.NotNull((await Assert.ThrowsAsync<ProviderCallException>(() => ReadAsync(desk))).Failure);
    }

    [Fact]
    public async Task Many_may_read_at_once_and_nothing_is_taken_for_it()
    {
        await using var desk = await CreateDeskAsync();
        var (_, usd) = await desk.ChargeAsync();

        var bills = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ReadAsync(desk), Stop)));

        Assert.All(bills, bill => Assert.Equal(usd, SumOf(bill)));
        Assert.Equal(usd, SumOf(await ReadAsync(desk)));
    }

    [Fact]
    public async Task A_reading_ends_when_it_is_told_to()
    {
        await using var desk = await CreateDeskAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.Billing.ReadBillAsync(desk.Now.AddDays(-1), desk.Now.AddDays(1), new CancellationToken(true)));
    }

    private static Task<VendorBill> ReadAsync(IBillingDesk desk) => desk.Billing.ReadBillAsync(desk.Now.AddDays(-2), desk.Now.AddDays(2), Stop);

    private static decimal SumOf(VendorBill bill) => bill.Charges?.Sum(charge => charge.AmountUsd!.Value) ?? bill.DailyUsd!.Values.Sum();
}
