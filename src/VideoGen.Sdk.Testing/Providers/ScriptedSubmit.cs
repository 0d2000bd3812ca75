namespace VideoGen.Sdk.Testing.Providers;

/// <summary>What becomes of one submit at a scripted vendor.</summary>
public enum ScriptedSubmit
{
    /// <summary>Accepted, and the answer arrives.</summary>
    Accept,

    /// <summary>Accepted, but the answer is lost: the caller learns <see cref="VideoGen.Sdk.Providers.SubmissionOutcome.Unknown"/>.</summary>
    AcceptAndLoseAnswer,

    /// <summary>Accepted, and then the provider's own code throws, which it must never do.</summary>
    AcceptAndThrow,

    /// <summary>No byte left.</summary>
    NotSent,

    /// <summary>Refused by the vendor before acceptance.</summary>
    Reject,

    /// <summary>The answer is lost, and the vendor never accepted it.</summary>
    LoseRequest,
}
