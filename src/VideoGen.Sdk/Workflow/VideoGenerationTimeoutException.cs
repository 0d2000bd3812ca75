namespace VideoGen.Sdk.Workflow;

/// <summary>"Video generation timeout": the deadline passed while the vendor works. The job stays Waiting with its money held; ask again with the same idempotency key, or let a worker finish it.</summary>
public sealed class VideoGenerationTimeoutException : VideoGenerationException
{
    /// <summary>Makes one without facts.</summary>
    public VideoGenerationTimeoutException()
    {
    }

    /// <summary>Makes one with a message.</summary>
    public VideoGenerationTimeoutException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and its cause.</summary>
    public VideoGenerationTimeoutException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
