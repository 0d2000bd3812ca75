using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Contracts.Budgets;

namespace VideoGen.Sdk.Tests.Budgets;

public sealed class HeardSinkTests : BudgetAlertSinkContract
{
    protected override Task<(IBudgetAlertSink Sink, Func<IReadOnlyList<string>> Arrived)> WorkingAsync()
    {
        var sink = new HeardSink();
        return Task.FromResult<(IBudgetAlertSink, Func<IReadOnlyList<string>>)>((sink, () => [.. sink.Alerts.Select(alert => alert.Id)]));
    }

    protected override Task<IBudgetAlertSink?> BrokenAsync() => Task.FromResult<IBudgetAlertSink?>(null);
}
