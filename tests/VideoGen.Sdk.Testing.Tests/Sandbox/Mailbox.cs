using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace VideoGen.Sdk.Testing.Tests.Sandbox;

/// <summary>Receives webhooks on a port of its own.</summary>
internal sealed class Mailbox : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Mail> _mails = new();

    private Mailbox(Func<int, int>? status)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
            var body = await reader.ReadToEndAsync();
            _mails.Enqueue(new Mail(http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(),
                StringComparer.OrdinalIgnoreCase), body));
            http.Response.StatusCode = status?.Invoke(_mails.Count) ?? StatusCodes.Status200OK;
        });
    }

    public string Url => _app.Urls.Single() + "/hook";

    public IReadOnlyList<Mail> Mails => [.. _mails];

    public static async Task<Mailbox> OpenAsync(Func<int, int>? status = null)
    {
        var box = new Mailbox(status);
        await box._app.StartAsync(TestContext.Current.CancellationToken);
        return box;
    }

    public async Task<IReadOnlyList<Mail>> WaitAsync(int count)
    {
        await Caller.UntilAsync(() => _mails.Count >= count);
        return Mails;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal sealed record Mail(Dictionary<string, string> Headers, string Text)
    {
        public JsonNode Body => JsonNode.Parse(Text)!;
    }
}
