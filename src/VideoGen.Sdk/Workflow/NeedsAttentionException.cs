namespace VideoGen.Sdk.Workflow;

/// <summary>Money is out and its outcome unknown, or a paid file cannot be fetched. Nothing is sent again by itself.</summary>
public sealed class NeedsAttentionException : VideoGenerationException
{
    /// <summary>Makes one without facts.</summary>
    public NeedsAttentionException()
    {
    }

    /// <summary>Makes one with a message.</summary>
    public NeedsAttentionException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and its cause.</summary>
    public NeedsAttentionException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
