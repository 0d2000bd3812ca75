using Microsoft.Extensions.Logging;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Contracts.Budgets;

namespace VideoGen.Sdk.Tests.Budgets;

public sealed class LogAlertSinkTests : BudgetAlertSinkContract
{
    protected override Task<(IBudgetAlertSink Sink, Func<IReadOnlyList<string>> Arrived)> WorkingAsync()
    {
        var log = new AlertLog();
        return Task.FromResult<(IBudgetAlertSink, Func<IReadOnlyList<string>>)>((new LogAlertSink(log), () => [.. log.Ids]));
    }

    protected override Task<IBudgetAlertSink?> BrokenAsync() => Task.FromResult<IBudgetAlertSink?>(null);

    private sealed class AlertLog : ILogger<LogAlertSink>
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> ids = new();

        public IEnumerable<string> Ids => ids;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            ids.Enqueue((string)((IEnumerable<KeyValuePair<string, object?>>)state!).Single(fact => fact.Key == "AlertId").Value!);
    }
}
