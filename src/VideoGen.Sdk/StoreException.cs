namespace VideoGen.Sdk;

/// <summary>A store cannot be read or written: corrupt, read-only, full, locked or gone. No job is lost by it.</summary>
public sealed class StoreException : VideoGenerationException
{
    /// <summary>Makes one without facts.</summary>
    public StoreException()
    {
    }

    /// <summary>Makes one with a message.</summary>
    public StoreException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and its cause.</summary>
    public StoreException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The file or server concerned, without credentials.</summary>
    public string? Location { get; init; }

    /// <summary>Whether trying again later may work (locked, busy, restarting).</summary>
    public bool IsTransient { get; init; }

    /// <summary>Whether the write may have happened all the same: it must be read back, never assumed.</summary>
    public bool IsCommitUnknown { get; init; }
}
