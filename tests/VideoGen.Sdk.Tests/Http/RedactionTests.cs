using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VideoGen.Sdk.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Http;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("see https://cdn.example/v.mp4?Signature=abc&x=1 now", "see https://cdn.example/v.mp4?*** now")]
    [InlineData("GET /v1/tasks?key=abc failed", "GET /v1/tasks?*** failed")]
    [InlineData("Authorization: Bearer abcdef123456", "Authorization: Bearer ***")]
    [InlineData("X-API-Key: whatever", "X-API-Key: ***")]
    [InlineData("\"api_key\":\"whatever\"", "\"api_key\":\"***\"")]
    [InlineData("used sk-live-12345678abc twice", "used *** twice")]
    [InlineData("token eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhIn0.c2ln!", "token ***!")]
    [InlineData("https://user:pass@host.example/x", "https://***@host.example/x")]
    [InlineData("task 0b0c6f0e-1111-4222-8333-444455556666 of kling-3.0-turbo at 1080p", "task 0b0c6f0e-1111-4222-8333-444455556666 of kling-3.0-turbo at 1080p")]
    public void Keys_and_signatures_go_and_what_helps_stays(string text, string expected) => Assert.Equal(expected, Redaction.Of(text));

    [Fact]
    public void An_address_loses_its_query() =>
        Assert.Equal("https://cdn.example/v.mp4?***", Redaction.Of(new Uri("https://user:pw@cdn.example/v.mp4?sig=1#f")));

    [Fact]
    public void What_a_call_sent_does_not_come_back_in_a_message()
    {
        var answer = new VendorAnswer(HttpStatusCode.BadRequest, [], default, null, new Redactor(Calls.Submit("a paper boat in ink \\u6f22\\u5b57")));

        var message = answer.Redact($"'paper boat in ink 漢字' is not allowed for key {Calls.Key} of model kling-3.0; said about a job: old prompt", "the old prompt");

        Assert.DoesNotContain("boat", message, StringComparison.Ordinal);
        Assert.DoesNotContain(Calls.Key, message, StringComparison.Ordinal);
        Assert.Contains("is not allowed", message, StringComparison.Ordinal);
        Assert.Contains("kling-3.0", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_log_line_of_the_client_factory_shows_an_address_or_a_key()
    {
        var lines = new List<string>();
        await using var server = RawServer.Answering((200, "{}"));
        var services = new ServiceCollection();
        services.AddLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(new ListLogger(lines)));
        services.AddVendorHttp("kling");
        await using var provider = services.BuildServiceProvider();
        var http = VendorHttp.Create(provider.GetRequiredService<IHttpClientFactory>(), "kling", () => Calls.At(server.BaseUrl));

        await http.SendOnceAsync(Calls.Submit(), TestContext.Current.CancellationToken);
        await http.SendSafeAsync(Calls.Read("/status?signature=abc"), TestContext.Current.CancellationToken);

        Assert.Equal(2, server.Requests.Count);
        Assert.DoesNotContain(lines, l => l.Contains(Calls.Key, StringComparison.Ordinal) || l.Contains("signature", StringComparison.Ordinal) || l.Contains("boat", StringComparison.Ordinal) || l.Contains("127.0.0.1", StringComparison.Ordinal));
    }

    private sealed class ListLogger(List<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Add(state.ToString()!);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
