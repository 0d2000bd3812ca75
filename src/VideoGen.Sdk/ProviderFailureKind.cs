namespace VideoGen.Sdk;

/// <summary>What went wrong at a provider. Policy, not vendor code, turns a kind into retry, next provider or stop.</summary>
public enum ProviderFailureKind
{
    /// <summary>A field is wrong; the same request fails everywhere it is not supported.</summary>
    InvalidRequest,

    /// <summary>Moderated, before or after the work.</summary>
    ContentRejected,

    /// <summary>This provider cannot do it; another may.</summary>
    NotSupported,

    /// <summary>The key is missing, wrong or without the right.</summary>
    Authentication,

    /// <summary>The account at the vendor has no money left.</summary>
    OutOfCredit,

    /// <summary>Too many requests or running jobs; waiting heals it.</summary>
    RateLimited,

    /// <summary>The surface or the model has been switched off.</summary>
    Retired,

    /// <summary>A fault of the vendor or of the way there; another try may succeed.</summary>
    Transient,

    /// <summary>It did not end in time.</summary>
    Timeout,

    /// <summary>Nobody knows whether a paid job exists.</summary>
    UnknownOutcome,
}
