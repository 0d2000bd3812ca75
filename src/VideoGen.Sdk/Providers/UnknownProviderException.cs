namespace VideoGen.Sdk.Providers;

/// <summary>A provider was named that is not registered.</summary>
public sealed class UnknownProviderException : VideoGenerationException
{
    /// <summary>Makes one without facts.</summary>
    public UnknownProviderException()
    {
    }

    /// <summary>Makes one with a message.</summary>
    public UnknownProviderException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and its cause.</summary>
    public UnknownProviderException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Names the unknown provider and the known ones.</summary>
    public static UnknownProviderException For(string name, IReadOnlyList<string> known) =>
        new($"Unknown provider '{name}'. Registered: {(known.Count == 0 ? "none; call AddLocal() or configure a vendor" : string.Join(", ", known))}.");
}
