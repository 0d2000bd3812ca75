namespace VideoGen.Sdk.Workflow;

/// <summary>The vendor refused the content. Vendors suspend accounts over repeated moderated prompts: change the prompt rather than try again.</summary>
public sealed class ContentRejectedException : VideoGenerationException
{
    /// <summary>Makes one without facts.</summary>
    public ContentRejectedException()
    {
    }

    /// <summary>Makes one with a message.</summary>
    public ContentRejectedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and its cause.</summary>
    public ContentRejectedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
