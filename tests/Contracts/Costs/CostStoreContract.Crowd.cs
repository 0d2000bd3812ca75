using VideoGen.Sdk.Costs;
using Xunit;

namespace VideoGen.Sdk.Contracts.Costs;

public abstract partial class CostStoreContract
{
    private const int Crowd = 200;

    [Fact]
    public async Task A_crowd_of_holds_against_overlapping_limits_never_passes_one()
    {
        Limit[] Limits(string account, string tenant) =>
        [
            Ask.Usd(20.30m, Ask.Day, name: "day"), Ask.Usd(9.10m, Ask.Month, LimitScope.Account(account), "account"), Ask.Usd(4.55m, Ask.Hour, LimitScope.Tenant(tenant), "tenant"),
            Ask.Places(61, Ask.Minute, name: "rate"), Ask.Places(27, Ask.WhileOpen, LimitScope.Account(account), "running"), Ask.Usd(19m, Ask.WhileOpen, name: "open"),
        ];
        var requests = Enumerable.Range(0, Crowd).Select(number =>
        {
            var (provider, tenant) = (number % 3 == 0 ? "pika" : "kling", $"tenant-{number % 7}");
            return Ask.For($"job-{number}", 0.10m + (number % 9 * 0.07m), Limits($"{provider}/default", tenant)) with { Provider = provider, Tenant = tenant };
        }).ToArray();

        var held = await TogetherAsync(requests, Store);

        Assert.InRange(held.Count, 20, 61);
        Assert.InRange(held.Sum(request => request.EstimateUsd), 0.1m, 19m);
        Assert.All(held.GroupBy(request => request.Provider), group => Assert.True(group.Sum(request => request.EstimateUsd) <= 9.10m && group.Count() <= 27));
        Assert.All(held.GroupBy(request => request.Tenant), group => Assert.True(group.Sum(request => request.EstimateUsd) <= 4.55m));
        Assert.Equal(held.Sum(request => request.EstimateUsd), (await EntriesAsync()).Sum(entry => entry.AmountUsd));
        Assert.All(await Store.CheckAsync([.. requests.Except(held)], Token), Assert.NotEmpty);
    }

    [Fact]
    public async Task A_crowd_fills_a_limit_to_the_last_cent_and_the_last_place()
    {
        Limit[] limits = [Ask.Usd(0.50m, Ask.Day), Ask.Places(50, Ask.Minute), Ask.Places(50, Ask.WhileOpen)];

        var held = await TogetherAsync([.. Enumerable.Range(0, Crowd).Select(number => Ask.For($"job-{number}", 0.01m, limits))], Store);

        Assert.Equal(50, held.Count);
    }

    [Fact]
    public async Task A_crowd_under_one_key_holds_once()
    {
        var held = await TogetherAsync([.. Enumerable.Range(0, Crowd).Select(_ => Ask.For("a", 1m, Ask.Usd(5m, Ask.Day)))], Store);

        Assert.Equal(Crowd, held.Count);
        Assert.Single(await EntriesAsync());
    }

    [Fact]
    public async Task A_crowd_of_ends_books_one_of_them()
    {
        await StartAsync((await HoldAsync(Ask.For("a", 1m))).Key);

        var lines = await TogetherAsync(Enumerable.Range(1, Crowd).Select<int, Func<Task<AttemptLine>>>(number => () => SettleAsync(Ask.Key("a"), number)));

        var charge = Assert.Single(lines.Select(line => line.ChargedUsd).Distinct());
        Assert.Equal([1m, charge], (await EntriesAsync()).Select(entry => entry.AmountUsd));
    }

    /// <summary>Sends every request at the same moment, spread over these stores; returns those that were held.</summary>
    protected static async Task<List<HoldRequest>> TogetherAsync(HoldRequest[] requests, params ICostStore[] stores)
    {
        var results = await TogetherAsync(requests.Select<HoldRequest, Func<Task<HoldResult>>>((request, number) => () => stores[number % stores.Length].HoldAsync(request, Token)));
        return [.. requests.Where((_, number) => results[number] is HoldResult.Held)];
    }

    private static async Task<T[]> TogetherAsync<T>(IEnumerable<Func<Task<T>>> calls)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = calls.Select(async call =>
        {
            await gate.Task;
            await Task.Yield();
            return await call();
        }).ToArray();
        gate.SetResult();
        return await Task.WhenAll(running);
    }
}
