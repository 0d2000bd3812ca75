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
            catch (Exception e) when (i < 3 && e is HttpRequestException or IOException)
            {
                // Tried again, as such handlers do.
            }
        }
    }

    // Drops the options, as clones written by hand do.
    private static async Task<HttpRequestMessage> CloneAsync(HttpRequestMessage request) =>
        new(request.Method, request.RequestUri) { Content = new ByteArrayContent(await request.Content!.ReadAsByteArrayAsync()) };
}
