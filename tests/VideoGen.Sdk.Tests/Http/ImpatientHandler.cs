namespace VideoGen.Sdk.Tests.Http;

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
