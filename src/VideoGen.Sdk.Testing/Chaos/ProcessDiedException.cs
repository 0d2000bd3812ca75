namespace VideoGen.Sdk.Testing.Chaos;

/// <summary>The simulated process is dead: everything it still tries at its stores ends here. Not an exception that any code should expect.</summary>
public sealed class ProcessDiedException : Exception
{
    /// <summary>Makes one.</summary>
    public ProcessDiedException()
        : base("the simulated process has died")
    {
    }

    /// <summary>Makes one with a message.</summary>
    public ProcessDiedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and its cause.</summary>
    public ProcessDiedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
