using VideoGen.Sdk.Contracts.Providers;
using VideoGen.Sdk.Testing;
using VideoGen.Sdk.Tests.Http;

namespace VideoGen.Sdk.Tests.Providers;

/// <summary>Stands in front of a sandbox: counts what comes, and loses answers or breaks off. Addresses that the sandbox gives out lead back through it.</summary>
internal sealed class SandboxDoor : IAsyncDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly Lazy<Task<VideoSandbox>> sandbox;
    private readonly RawServer server;
    private readonly string vendor;
    private readonly Func<string, bool> isFree;
    private readonly HashSet<string> keys;
    private volatile object? broken;

    public SandboxDoor(string vendor, string key, Func<string, bool>? isFree = null)
    {
        this.vendor = vendor;
        this.isFree = isFree ?? (_ => false);
        keys = [key];
        sandbox = new(() => VideoSandbox.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromMilliseconds(20), ApiKeys = keys }));
        server = new RawServer(ServeAsync);
    }

    public Uri BaseUrl => new(server.BaseUrl, vendor);

    public int Requests => server.Requests.Count;

    public int Posts => server.Requests.Count(r => r.Method == "POST" && !isFree(r.Path));

    public void Break(VendorFault fault) => broken = fault;

    /// <summary>From now on the vendor takes this key only.</summary>
    public void Rotate(string key)
    {
        keys.Clear();
        keys.Add(key);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        client.Dispose();
        if (sandbox.IsValueCreated)
        {
            await (await sandbox.Value).DisposeAsync();
        }
    }

    private async Task ServeAsync(RawCall call)
    {
        if (broken is VendorFault.IsDown)
        {
            call.Close();
            return;
        }

        var answer = await ForwardAsync(call.Request);
        if (broken is VendorFault.LosesAnswers)
        {
            call.Close();
            return;
        }

        string[] passed = ["Content-Type", "Content-Range", "Retry-After", "Location"];
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .Where(h => passed.Contains(h.Key, StringComparer.OrdinalIgnoreCase) || h.Key.StartsWith("X-", StringComparison.OrdinalIgnoreCase))
            .Select(h => $"{h.Key}: {string.Join(',', h.Value)}");
        await call.AnswerAsync((int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(), [.. headers]);
    }

    private async Task<HttpResponseMessage> ForwardAsync(RawRequest request)
    {
        var target = await sandbox.Value;
        using var message = new HttpRequestMessage(HttpMethod.Parse(request.Method), new Uri(target.BaseUrl, request.Path)) { Content = new ByteArrayContent(request.Body) };
        foreach (var (name, value) in request.Headers.Where(h => h.Key is not ("Connection" or "Content-Length")))
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await client.SendAsync(message);
    }
}
