namespace VideoGen.Sdk;

/// <summary>The root of everything this library throws for its own reasons. Facts are properties; no message holds a key, a signed link or a prompt.</summary>
public class VideoGenerationException : Exception
{
    /// <summary>Makes one without a message.</summary>
    public VideoGenerationException()
    {
    }

    /// <summary>Makes one with a message.</summary>
    public VideoGenerationException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and its cause.</summary>
    public VideoGenerationException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The job concerned; null where none was made.</summary>
    public string? JobId { get; init; }

    /// <summary>The failure at the last provider; null where none was asked.</summary>
    public ProviderFailure? Failure { get; init; }
}
