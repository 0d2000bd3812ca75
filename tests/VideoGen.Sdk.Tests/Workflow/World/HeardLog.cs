using Microsoft.Extensions.Logging;

namespace VideoGen.Sdk.Tests.Workflow.World;

/// <summary>Keeps every line that is logged.</summary>
internal sealed class HeardLog : ILoggerProvider
{
    private readonly Lock gate = new();
    private readonly List<(LogLevel Level, string Text)> lines = [];

    public IReadOnlyList<string> At(LogLevel level)
    {
        lock (gate)
        {
            return [.. lines.Where(l => l.Level == level).Select(l => l.Text)];
        }
    }

    public ILogger CreateLogger(string categoryName) => new Ear(this);

    public void Dispose()
    {
    }

    private sealed class Ear(HeardLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (log.gate)
            {
                log.lines.Add((logLevel, $"{formatter(state, exception)} {exception}"));
            }
        }
    }
}
