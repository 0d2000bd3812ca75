namespace VideoGen.Sdk.Workflow;

/// <summary>The job was cancelled. What it cost until then is booked.</summary>
public sealed class VideoCancelledException : VideoGenerationException
{
    /// <summary>Makes one without facts.</summary>
    public VideoCancelledException()
    {
    }

    /// <summary>Makes one with a message.</summary>
    public VideoCancelledException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and its cause.</summary>
    public VideoCancelledException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
