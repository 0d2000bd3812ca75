using System.Net.Http.Headers;

namespace VideoGen.Sdk.Testing.Sandbox.Webhooks;

/// <summary>Posts letters and knocks again when nobody answers with a 2xx. The vendors' waits of hours are shortened to seconds.</summary>
internal sealed class Postman(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(16)];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // No redirects: they could lead off loopback.
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false,
        MaxConnectionsPerServer = 16 })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task PostAsync(Letter letter, int copies, CancellationToken stop)
    {
        for (var copy = 0; copy < copies; copy++)
        {
            if (!await TryAsync(letter, stop).ConfigureAwait(false))
            {
                _ = RepeatAsync(letter, stop);
            }
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task RepeatAsync(Letter letter, CancellationToken stop)
    {
        try
        {
            foreach (var wait in Waits)
            {
                await Task.Delay(wait, clock, stop).ConfigureAwait(false);
                if (await TryAsync(letter, stop).ConfigureAwait(false))
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The sandbox was reset or closed meanwhile.
        }
    }

    private async Task<bool> TryAsync(Letter letter, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        using var post = new HttpRequestMessage(HttpMethod.Post, letter.Url) { Content = new ByteArrayContent(letter.Body) };
        post.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in letter.IsUnsigned ? new Dictionary<string, string>() : letter.Sign(clock.GetUtcNow().ToUnixTimeSeconds(), letter.Body))
        {
            post.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            using var answer = await _http.SendAsync(post, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
