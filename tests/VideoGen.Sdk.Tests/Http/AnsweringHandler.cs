using System.Net;

namespace VideoGen.Sdk.Tests.Http;

/// <summary>Answers without sending.</summary>
internal sealed class AnsweringHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("{}") });
}
