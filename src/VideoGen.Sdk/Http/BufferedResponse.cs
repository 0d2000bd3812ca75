namespace VideoGen.Sdk.Http;

/// <summary>An answer that has been read whole, in the form that the handlers around us expect.</summary>
internal sealed class BufferedResponse : HttpResponseMessage
{
    public BufferedResponse(VendorAnswer answer)
        : base(answer.Status)
    {
        Answer = answer;
        Content = new ReadOnlyMemoryContent(answer.Body);
        if (answer.Header("Retry-After") is { } wait)
        {
            Headers.TryAddWithoutValidation("Retry-After", wait);
        }
    }

    public VendorAnswer Answer { get; }
}
