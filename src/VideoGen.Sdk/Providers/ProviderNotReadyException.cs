namespace VideoGen.Sdk.Providers;

/// <summary>A provider asked for by name cannot be used now: it is switched off, retired, or lacks something other than a key. Nothing was sent and nobody pays.</summary>
public sealed class ProviderNotReadyException : VideoGenerationException
{
    /// <summary>Makes one without facts.</summary>
    public ProviderNotReadyException()
    {
    }

    /// <summary>Makes one with a message.</summary>
    public ProviderNotReadyException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and its cause.</summary>
    public ProviderNotReadyException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The provider asked for.</summary>
    public string? Provider { get; init; }
}
