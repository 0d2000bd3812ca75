namespace VideoGen.Sdk.Providers.Catalogue;

/// <summary>A catalogue file is not in the form of the embedded one.</summary>
public sealed class InvalidCatalogueException : VideoGenerationException
{
    /// <summary>Makes one without facts.</summary>
    public InvalidCatalogueException()
    {
    }

    /// <summary>Makes one with a message.</summary>
    public InvalidCatalogueException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and its cause.</summary>
    public InvalidCatalogueException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
