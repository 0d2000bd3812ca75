namespace VideoGen.Sdk.Assets;

/// <summary>A media file cannot be read or made.</summary>
public sealed class MediaException : VideoGenerationException
{
    /// <summary>Makes one without facts.</summary>
    public MediaException()
    {
    }

    /// <summary>Makes one with a message.</summary>
    public MediaException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and its cause.</summary>
    public MediaException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Whether the fault lies in the input file, so that trying again is useless.</summary>
    public bool IsInputFault { get; init; }
}
