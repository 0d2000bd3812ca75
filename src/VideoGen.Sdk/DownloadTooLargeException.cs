namespace VideoGen.Sdk;

/// <summary>An output went past the endpoint's limit. Trying again brings the same.</summary>
public sealed class DownloadTooLargeException : IOException
{
    /// <summary>Makes one without facts.</summary>
    public DownloadTooLargeException()
    {
    }

    /// <summary>Makes one with a message.</summary>
    public DownloadTooLargeException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and its cause.</summary>
    public DownloadTooLargeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal static string Words(long limit) => $"The output is larger than {limit} bytes; raise MaxDownloadBytes if that is right.";
}
