namespace VideoGen.Sdk.Workflow;

/// <summary><c>VideoGeneration:Enabled</c> is false: new jobs are refused, running ones finish.</summary>
public sealed class VideoGenerationDisabledException : VideoGenerationException
{
    /// <summary>Makes one without facts.</summary>
    public VideoGenerationDisabledException()
    {
    }

    /// <summary>Makes one with a message.</summary>
    public VideoGenerationDisabledException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and its cause.</summary>
    public VideoGenerationDisabledException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
