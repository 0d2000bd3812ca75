using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Contracts.Budgets;
using VideoGen.Sdk.Testing.Chaos;

namespace VideoGen.Sdk.Tests.Budgets;

public sealed class ChaosBudgetAlertSinkTests : BudgetAlertSinkContract
{
    protected override Task<(IBudgetAlertSink Sink, Func<IReadOnlyList<string>> Arrived)> WorkingAsync()
    {
        var sink = new HeardSink();
        return Task.FromResult<(IBudgetAlertSink, Func<IReadOnlyList<string>>)>((new ChaosBudgetAlertSink(sink, new ChaosProcess()), () => [.. sink.Alerts.Select(alert => alert.Id)]));
    }

    protected override Task<IBudgetAlertSink?> BrokenAsync() =>
        Task.FromResult<IBudgetAlertSink?>(new ChaosBudgetAlertSink(new HeardSink(), new ChaosProcess().At("alerts.Deliver", ChaosEffect.Fail)));
}
