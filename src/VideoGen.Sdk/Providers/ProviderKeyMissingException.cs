namespace VideoGen.Sdk.Providers;

/// <summary>"No API key found for provider": it was asked for by name and cannot be used. The message says where to put the key.</summary>
public sealed class ProviderKeyMissingException : VideoGenerationException
{
    /// <summary>How its message begins, and how a provider begins the reason of its <see cref="ProviderReadiness"/> when a key is all that is missing; the name and the fix follow.</summary>
    public const string Sentence = "No API key found for provider";

    /// <summary>Makes one without facts.</summary>
    public ProviderKeyMissingException()
    {
    }

    /// <summary>Makes one with a message.</summary>
    public ProviderKeyMissingException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and its cause.</summary>
    public ProviderKeyMissingException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The provider asked for.</summary>
    public string? Provider { get; init; }
}
