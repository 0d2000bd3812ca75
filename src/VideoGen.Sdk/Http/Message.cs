namespace VideoGen.Sdk.Http;

/// <summary>Writes a call as the framework's message.</summary>
internal static class Message
{
    public static HttpRequestMessage Of(VendorRequest request, Uri address, CallTerms terms)
    {
        var message = new HttpRequestMessage(request.Method, address) { Content = request.Content };
        if (message.Content is null && request.Body.Length > 0)
        {
            message.Content = new ReadOnlyMemoryContent(request.Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        }

        foreach (var (name, value) in request.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        terms.AttachTo(message);
        return message;
    }
}
