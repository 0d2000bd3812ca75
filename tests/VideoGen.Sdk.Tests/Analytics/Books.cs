using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Tests.Analytics;

/// <summary>A small ledger in memory, and the analytics over it.</summary>
internal sealed class Books
{
    public Books(BudgetOptions? budget = null, AnalyticsOptions? values = null)
    {
        Costs = new InMemoryCostStore(Clock);
        Budgets = new Now<BudgetOptions>(budget ?? new BudgetOptions());
        Values = new Now<AnalyticsOptions>(values ?? new AnalyticsOptions());
        Analytics = new VideoAnalytics(Costs, Engagements, Budgets, Values, Clock);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero));

    public InMemoryCostStore Costs { get; }

    public InMemoryEngagementStore Engagements { get; } = new();

    public IOptionsMonitor<BudgetOptions> Budgets { get; }

    public IOptionsMonitor<AnalyticsOptions> Values { get; }

    public VideoAnalytics Analytics { get; }

    public async Task AttemptAsync(string job, decimal usd, AttemptOutcome? outcome = AttemptOutcome.Succeeded, int number = 1, string provider = "kling", string[]? tags = null, double seconds = 60, string? flag = null)
    {
        var key = new AttemptKey(job, number);
        await Costs.HoldAsync(new HoldRequest
        {
            Key = key,
            ClientReference = $"{job}-{number}",
            EstimateUsd = usd,
            Provider = provider,
            Account = "default",
            Model = "m1",
            Tags = tags ?? [],
            Length = TimeSpan.FromSeconds(5),
            Limits = [],
        });
        Clock.Advance(TimeSpan.FromSeconds(seconds));
        await (outcome switch
        {
            null => Costs.MarkUnverifiedAsync(key, "lost"),
            AttemptOutcome.Rejected or AttemptOutcome.NotSent => Costs.ReleaseAsync(key, outcome.Value, "no"),
            _ => Costs.SettleAsync(key, new Settlement { ChargeUsd = usd, Outcome = outcome.Value, Source = ChargeSource.Vendor, Flag = flag }),
        });
    }

    private sealed class Now<T>(T value) : IOptionsMonitor<T>
    {
        public T CurrentValue => value;

        public T Get(string? name) => value;

        public IDisposable? OnChange(Action<T, string?> listener) => null;
    }
}
