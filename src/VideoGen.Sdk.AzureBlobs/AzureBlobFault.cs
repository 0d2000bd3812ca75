using Azure;

namespace VideoGen.Sdk.AzureBlobs;

/// <summary>Puts faults of the service into a sentence with its fix. The service's own text is left out: it repeats what was signed.</summary>
internal static class AzureBlobFault
{
    public static string? Explain(Exception exception) => exception switch
    {
        RequestFailedException { Status: 401 or 403 } e => $"the service refused the credentials or their rights ({Code(e)}); they need to read, write, delete and list blobs.",
        RequestFailedException { Status: 404 } e => $"it is not there ({Code(e)}); make the container or mend VideoGeneration:Assets:AzureBlobs.",
        RequestFailedException { Status: 0 } => "the service cannot be reached; look at the address in VideoGeneration:Assets:AzureBlobs and at the network.",
        RequestFailedException e => $"the service answered {e.Status} ({Code(e)}); try again later.",
        AggregateException { InnerException: RequestFailedException } => "the service cannot be reached; look at the address in VideoGeneration:Assets:AzureBlobs and at the network.",
        IOException or HttpRequestException => "the connection broke off; try again later.",
        _ => null,
    };

    // What the service says about a refused signature quotes the request, its link and the signature.
    public static bool IsTellingSecrets(Exception exception) => exception is RequestFailedException { Status: > 0 };

    private static string Code(RequestFailedException exception) => exception.ErrorCode is { Length: > 0 } code ? code : "no code";
}
