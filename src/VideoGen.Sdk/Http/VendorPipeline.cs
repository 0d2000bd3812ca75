namespace VideoGen.Sdk.Http;

/// <summary>Our own part of the pipeline, the same with and without a container.</summary>
internal static class VendorPipeline
{
    public static HttpMessageHandler Create(TimeProvider clock) => SafeRetry.Around(new VendorTransport(clock), clock);

    public static HttpClient Client(HttpMessageHandler handler) => Prepare(new HttpClient(handler, disposeHandler: false));

    /// <summary>Deadlines are per phase and told by the app's clock, so the client itself has none.</summary>
    public static HttpClient Prepare(HttpClient client)
    {
        client.Timeout = Timeout.InfiniteTimeSpan;
        return client;
    }
}
