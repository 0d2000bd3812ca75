namespace VideoGen.Sdk.AspNetCore.Tests.Webhooks.World;

/// <summary>Writes down what the SDK asks of vendors.</summary>
internal sealed class CallRecorder(Happenings<VendorCall> calls) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            calls.Add(new VendorCall(request.Method.Method, request.RequestUri!.AbsolutePath));
        }
    }
}
