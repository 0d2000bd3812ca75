namespace VideoGen.Sdk.Workflow;

/// <summary>Two different requests under one idempotency key. The first one stands; nothing was made.</summary>
public sealed class IdempotencyConflictException : VideoGenerationException
{
    /// <summary>Makes one without facts.</summary>
    public IdempotencyConflictException()
    {
    }

    /// <summary>Makes one with a message.</summary>
    public IdempotencyConflictException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and its cause.</summary>
    public IdempotencyConflictException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Fingerprint of the request that has the key.</summary>
    public string? ExistingFingerprint { get; init; }

    /// <summary>Fingerprint of the request given now.</summary>
    public string? GivenFingerprint { get; init; }
}
