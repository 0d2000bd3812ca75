using System.Globalization;
using Microsoft.Extensions.Logging;

namespace QuickStart;

/// <summary>A log file for the sample; an app brings its own logging.</summary>
internal sealed class FileLog : ILoggerProvider
{
    private readonly StreamWriter writer;

    private FileLog(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        writer = new StreamWriter(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
    }

    public static void AddTo(ILoggingBuilder logging, string path)
    {
        logging.SetMinimumLevel(LogLevel.Information);
        logging.Services.Add(new Microsoft.Extensions.DependencyInjection.ServiceDescriptor(typeof(ILoggerProvider), new FileLog(path)));
    }

    public ILogger CreateLogger(string categoryName) => new Log(this, categoryName);

    public void Dispose() => writer.Dispose();

    private sealed class Log(FileLog file, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():O} {logLevel} {category}[{eventId.Id}] {formatter(state, exception)} {exception}");
            lock (file.writer)
            {
                file.writer.WriteLine(line.TrimEnd());
            }
        }
    }
}
