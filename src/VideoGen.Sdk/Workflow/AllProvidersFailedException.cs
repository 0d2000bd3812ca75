namespace VideoGen.Sdk.Workflow;

/// <summary>"All providers failed": every candidate was tried in vain. What was charged all the same is on the ledger.</summary>
public sealed class AllProvidersFailedException : VideoGenerationException
{
    /// <summary>Makes one without facts.</summary>
    public AllProvidersFailedException()
    {
    }

    /// <summary>Makes one with a message.</summary>
    public AllProvidersFailedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and its cause.</summary>
    public AllProvidersFailedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Each attempt in words: provider, kind and message.</summary>
    public IReadOnlyList<string> Attempts { get; init; } = [];
}
