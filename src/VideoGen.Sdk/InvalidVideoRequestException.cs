namespace VideoGen.Sdk;

/// <summary>A request that no provider could ever do as written. Nothing was made, held or sent.</summary>
public sealed class InvalidVideoRequestException : VideoGenerationException
{
    /// <summary>Makes one without faults.</summary>
    public InvalidVideoRequestException()
        : this([])
    {
    }

    /// <summary>Makes one with a single fault.</summary>
    public InvalidVideoRequestException(string message)
        : this([message])
    {
    }

    /// <summary>Makes one with a message and its cause.</summary>
    public InvalidVideoRequestException(string message, Exception innerException)
        : base(message, innerException) => Faults = [message];

    /// <summary>Makes one that names every fault.</summary>
    public InvalidVideoRequestException(IReadOnlyList<string> faults)
        : base(string.Join(" ", faults)) => Faults = faults;

    /// <summary>Each fault: the field, what is wrong and the fix.</summary>
    public IReadOnlyList<string> Faults { get; }
}
