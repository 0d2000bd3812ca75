namespace VideoGen.Sdk;

/// <summary>The configuration cannot work. Every fault is named at once, each with its path and fix; nothing was started.</summary>
public sealed class InvalidConfigurationException : VideoGenerationException
{
    /// <summary>Makes one without faults.</summary>
    public InvalidConfigurationException()
        : this([])
    {
    }

    /// <summary>Makes one with a single fault.</summary>
    public InvalidConfigurationException(string message)
        : this([message])
    {
    }

    /// <summary>Makes one with a message and its cause.</summary>
    public InvalidConfigurationException(string message, Exception innerException)
        : base(message, innerException) => Faults = [message];

    /// <summary>Makes one that names every fault.</summary>
    public InvalidConfigurationException(IReadOnlyList<string> faults)
        : base(faults.Count == 1 ? faults[0] : $"{faults.Count} faults in the configuration:{string.Concat(faults.Select(f => $"{Environment.NewLine}- {f}"))}") => Faults = faults;

    /// <summary>Each fault: the path, what is wrong and the fix.</summary>
    public IReadOnlyList<string> Faults { get; }
}
