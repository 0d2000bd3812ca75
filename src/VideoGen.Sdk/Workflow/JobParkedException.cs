namespace VideoGen.Sdk.Workflow;

/// <summary>The job cannot run and no money is out; a person requeues it.</summary>
public sealed class JobParkedException : VideoGenerationException
{
    /// <summary>Makes one without facts.</summary>
    public JobParkedException()
    {
    }

    /// <summary>Makes one with a message.</summary>
    public JobParkedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and its cause.</summary>
    public JobParkedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
