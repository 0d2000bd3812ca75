using Amazon.Runtime;

namespace VideoGen.Sdk.S3;

/// <summary>Puts faults of the service into a sentence with its fix. The service's own text is left out: it repeats what was signed.</summary>
internal static class S3Fault
{
    public static string? Explain(Exception exception) => exception switch
    {
        AmazonServiceException { StatusCode: System.Net.HttpStatusCode.Unauthorized or System.Net.HttpStatusCode.Forbidden } e =>
            $"the service refused the credentials or their rights ({Code(e)}); they need to get, put, delete and list objects.",
        AmazonServiceException { ErrorCode: "NoSuchBucket" } => "the bucket is not there; make it or mend VideoGeneration:Assets:S3:Bucket.",
        AmazonServiceException { StatusCode: 0 } => "the service cannot be reached; look at VideoGeneration:Assets:S3 and at the network.",
        AmazonServiceException e => $"the service answered {(int)e.StatusCode} ({Code(e)}); try again later.",
        AmazonClientException when IsTorn(exception) => "what was read does not match its tag; try again later.",
        AmazonClientException => "there are no credentials, or no region; set them in VideoGeneration:Assets:S3 or where the AWS SDK looks for them.",
        IOException or HttpRequestException => "the connection broke off; try again later.",
        _ => null,
    };

    /// <summary>Whether the bytes that were read are not those that the service names by its tag.</summary>
    public static bool IsTorn(Exception exception) => exception is AmazonClientException && exception.Message.Contains("hash", StringComparison.Ordinal);

    public static bool IsTellingSecrets(Exception exception) => exception is AmazonServiceException { StatusCode: not 0 };

    private static string Code(AmazonServiceException exception) => exception.ErrorCode is { Length: > 0 } code ? code : "no code";
}
