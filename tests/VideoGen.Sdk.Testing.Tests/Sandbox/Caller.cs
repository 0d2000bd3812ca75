using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace VideoGen.Sdk.Testing.Tests.Sandbox;

/// <summary>Calls a sandbox the way any HTTP client would, with nothing of ours between.</summary>
internal sealed class Caller : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);
    private readonly HttpClient _http;

    private Caller(VideoSandbox sandbox)
    {
        Sandbox = sandbox;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = sandbox.BaseUrl };
    }

    public VideoSandbox Sandbox { get; }

    public static Task<Caller> StartAsync(double renderSeconds = 0.1) =>
        StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromSeconds(renderSeconds) });

    public static async Task<Caller> StartAsync(VideoSandboxOptions options) =>
        new(await VideoSandbox.StartAsync(options, TestContext.Current.CancellationToken));

    public async Task<(int Status, JsonNode Body, HttpResponseHeaders Headers)> CallAsync(string method, string path, string? json = null,
        params string[] headers)
    {
        using var answer = await SendAsync(method, path, json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"), headers);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!, answer.Headers);
    }

    public async Task<HttpResponseMessage> SendAsync(string method, string path, HttpContent? content = null, params string[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = content };
        foreach (var header in headers)
        {
            var colon = header.IndexOf(": ", StringComparison.Ordinal);
            request.Headers.TryAddWithoutValidation(header[..colon], header[(colon + 2)..]);
        }

        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    public Task<byte[]> DownloadAsync(string url) => _http.GetByteArrayAsync(new Uri(url), TestContext.Current.CancellationToken);

    public async Task FaultAsync(string json)
    {
        var (status, body, _) = await CallAsync("POST", "/sandbox/faults", json);
        Assert.Equal(200, status);
        Assert.NotNull(body["id"]);
    }

    /// <summary>Asks again until the answer pleases.</summary>
    public async Task<JsonNode> UntilAsync(string path, Func<JsonNode, bool> pleases, params string[] headers)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var (_, body, _) = await CallAsync("GET", path, null, headers);
            if (pleases(body))
            {
                return body;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(started) < Deadline, $"{path} still says {body.ToJsonString()}");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    public static async Task UntilAsync(Func<bool> holds)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Deadline, "it never came to hold");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Sandbox.DisposeAsync();
    }
}
