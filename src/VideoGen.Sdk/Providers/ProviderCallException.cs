namespace VideoGen.Sdk.Providers;

/// <summary>A free call to a vendor (status, look-up, cancel, upload, download) failed. Branch on <see cref="VideoGenerationException.Failure"/>.</summary>
public sealed class ProviderCallException : VideoGenerationException
{
    /// <summary>Makes one without facts.</summary>
    public ProviderCallException()
    {
    }

    /// <summary>Makes one with a message.</summary>
    public ProviderCallException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and its cause.</summary>
    public ProviderCallException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes one from a failure.</summary>
    public ProviderCallException(string provider, ProviderFailure failure, Exception? innerException = null)
        : base($"{provider}: {failure.Message}", innerException)
    {
        Provider = provider;
        Failure = failure;
    }

    /// <summary>The provider asked.</summary>
    public string? Provider { get; }

    /// <summary>Whether the link or file has expired, so that a fresh status may bring a new one.</summary>
    public bool IsOutputExpired { get; init; }
}
