using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Costs;
using Xunit;

namespace VideoGen.Sdk.Contracts.Budgets;

/// <summary>What every <see cref="IBudgetAlertSink"/> must do. Derive it, hand out a sink that works and one whose receiver is away, and all of it is asked of yours.</summary>
public abstract class BudgetAlertSinkContract
{
    /// <summary>An alert with all its facts.</summary>
    protected static BudgetAlert Alert { get; } = new()
    {
        Id = "0123456789abcdef", Key = "All/1-2/90", Kind = BudgetAlertKind.Threshold, Scope = LimitScope.All, LimitName = "daily budget", Percent = 90, LimitUsd = 10m, UsedUsd = 9.25m,
        PeriodStartsAt = new DateTimeOffset(2026, 3, 10, 0, 0, 0, TimeSpan.Zero), PeriodEndsAt = new DateTimeOffset(2026, 3, 11, 0, 0, 0, TimeSpan.Zero), At = new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A sink that works, and a way to read the ids that arrived, in order.</summary>
    protected abstract Task<(IBudgetAlertSink Sink, Func<IReadOnlyList<string>> Arrived)> WorkingAsync();

    /// <summary>One whose receiver is away; null when nothing can be away.</summary>
    protected abstract Task<IBudgetAlertSink?> BrokenAsync();

    [Fact]
    public async Task An_alert_arrives_and_may_come_again_under_its_id()
    {
        var (sink, arrived) = await WorkingAsync();
        await sink.DeliverAsync(Alert, Token);
        await sink.DeliverAsync(Alert, Token);

        Assert.Equal([Alert.Id, Alert.Id], arrived());
    }

    [Fact]
    public async Task Many_alerts_at_once_all_arrive()
    {
        var (sink, arrived) = await WorkingAsync();
        var ids = Enumerable.Range(0, 20).Select(number => $"alert-{number:00}").ToArray();
        await Task.WhenAll(ids.Select(id => Task.Run(() => sink.DeliverAsync(Alert with { Id = id }, Token), Token)));

        Assert.Equal(ids, arrived().Order());
    }

    [Fact]
    public async Task An_alert_that_did_not_arrive_is_said()
    {
        if (await BrokenAsync() is { } sink)
        {
            await Assert.ThrowsAnyAsync<Exception>(() => sink.DeliverAsync(Alert, Token));
        }
    }

    [Fact]
    public async Task A_delivery_ends_when_it_is_told_to()
    {
        var (sink, arrived) = await WorkingAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sink.DeliverAsync(Alert, new CancellationToken(true)));
        Assert.Empty(arrived());
    }
}
