using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Reporting.Tests;

/// <summary>A ledger in memory, a folder for its reports, and the names that somebody hostile would choose.</summary>
internal sealed class ReportWorld : IDisposable
{
    public const string Hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&amp;]]></svg>\u0001\uD800=cmd()";

    public ReportWorld()
    {
        Costs = new InMemoryCostStore(Clock);
        Analytics = new VideoAnalytics(Costs, new InMemoryEngagementStore(), new Fixed<BudgetOptions>(new BudgetOptions()), new Fixed<AnalyticsOptions>(new AnalyticsOptions()), Clock);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("videogen-report-").FullName;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero));

    public InMemoryCostStore Costs { get; }

    public VideoAnalytics Analytics { get; }

    public async Task AttemptAsync(string job, decimal usd, AttemptOutcome outcome = AttemptOutcome.Succeeded, string name = "kling", string? flag = null)
    {
        var key = new AttemptKey(job, 1);
        await Costs.HoldAsync(new HoldRequest
        {
            Key = key, ClientReference = job, EstimateUsd = usd, Provider = name, Account = "default", Model = name, Tenant = name, Campaign = name,
            Tags = [LedgerTags.Trend + name, LedgerTags.Style + name], Length = TimeSpan.FromSeconds(5), Limits = [],
        });
        Clock.Advance(TimeSpan.FromSeconds(75));
        await Costs.SettleAsync(key, new Settlement { ChargeUsd = usd, Outcome = outcome, Source = ChargeSource.Vendor, Flag = flag });
    }

    /// <summary>A month with everything in it that a page shows.</summary>
    public async Task LiveAsync()
    {
        for (var day = 0; day < 20; day++)
        {
            await AttemptAsync($"a{day}", 1.5m + (day % 5));
            await AttemptAsync($"b{day}", 2.25m, day % 4 == 0 ? AttemptOutcome.Failed : AttemptOutcome.Succeeded, "runway-with-a-name-that-is-longer-than-any-chart");
            await AttemptAsync($"c{day}", 0.75m, day == 7 ? AttemptOutcome.Unknown : AttemptOutcome.Succeeded, Hostile, day == 3 ? Hostile : null);
            if (day % 4 != 0)
            {
                await Analytics.RecordEngagementAsync($"b{day}", "instagram/reels", new EngagementCounts { Views = 4_000 * day, Likes = 150 * day, Comments = 9, Shares = 31 });
                await Analytics.RecordEngagementAsync($"a{day}", Hostile, new EngagementCounts { Views = 700 });
            }

            Clock.Advance(TimeSpan.FromDays(1));
        }
    }

    public Task<CostReport> ReportAsync(int days = 30) => Analytics.GenerateCostReportAsync(new CostReportOptions { Days = days, Folder = Folder, FileName = "report", Title = Hostile });

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private sealed class Fixed<T>(T value) : IOptionsMonitor<T>
    {
        public T CurrentValue => value;

        public T Get(string? name) => value;

        public IDisposable? OnChange(Action<T, string?> listener) => null;
    }
}
