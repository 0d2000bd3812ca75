using Microsoft.Extensions.Logging;

namespace VideoGen.Sdk.AspNetCore.Tests.Webhooks.World;

/// <summary>What the app logged.</summary>
internal sealed class LogBook : ILoggerProvider, ILogger
{
    private readonly Happenings<(LogLevel Level, int Id, string Text)> lines = new();

    public IReadOnlyList<(LogLevel Level, int Id, string Text)> Lines => lines.All;

    public Task<IReadOnlyList<(LogLevel Level, int Id, string Text)>> WaitAsync(Func<(LogLevel Level, int Id, string Text), bool> fits, int count, CancellationToken cancellationToken) =>
        lines.WaitAsync(fits, count, cancellationToken);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Add((logLevel, eventId.Id, $"{formatter(state, exception)} {exception}"));

    public void Dispose()
    {
    }
}
