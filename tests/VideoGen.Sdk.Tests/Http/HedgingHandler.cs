namespace VideoGen.Sdk.Tests.Http;

/// <summary>Sends the same request twice at once and takes whichever comes first.</summary>
internal sealed class HedgingHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        await await Task.WhenAny(base.SendAsync(request, cancellationToken), Task.Run(() => base.SendAsync(request, cancellationToken), cancellationToken));
}
