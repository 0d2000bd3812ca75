using System.Net;

namespace VideoGen.Sdk.Tests.Http;

/// <summary>What apps write by hand: try again on anything but success.</summary>
internal sealed class RetryingHandler(bool clones) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                var response = await base.SendAsync(i > 0 && clones ? await CloneAsync(request) : request, cancellationToken);
                if (response.StatusCode == HttpStatusCode.OK || i == 3)
                {
                    return response;
                }
            }
            catch (HttpRequestException) when (i < 3)
            {
            }
            catch (IOException) when (i < 3)
            {
            }
        }
    }

    // Drops the options, as clones written by hand do.
    private static async Task<HttpRequestMessage> CloneAsync(HttpRequestMessage request) =>
        new(request.Method, request.RequestUri) { Content = new ByteArrayContent(await request.Content!.ReadAsByteArrayAsync()) };
}

/// <summary>Sends the same request twice at once and takes whichever comes first.</summary>
internal sealed class HedgingHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        await await Task.WhenAny(base.SendAsync(request, cancellationToken), Task.Run(() => base.SendAsync(request, cancellationToken), cancellationToken));
}

/// <summary>Gives up as soon as the request flies.</summary>
internal sealed class ImpatientHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var impatience = new CancellationTokenSource();
        _ = base.SendAsync(request, impatience.Token);
        impatience.Cancel();
        throw new TimeoutException("The app's own handler has no patience.");
    }
}

/// <summary>Answers without sending.</summary>
internal sealed class AnsweringHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("{}") });
}
