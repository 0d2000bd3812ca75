namespace VideoGen.Sdk.Workflow;

/// <summary>What became of a delivery.</summary>
public enum CallbackOutcome
{
    /// <summary>Verified and written down; its job looks again at once.</summary>
    Accepted,

    /// <summary>Verified, and its event was dealt with before; nothing changed.</summary>
    Duplicate,

    /// <summary>Not signed, or not verifiable here: at most a reason to ask the vendor. Nothing it says was written down.</summary>
    Hint,

    /// <summary>About no job of this store; nothing was written down. Also an event that names only a remote id which is not saved yet: the first status request after it is saved sees the same.</summary>
    Unmatched,

    /// <summary>Wrongly signed, too old, or about another job than its address; nothing was written down.</summary>
    Refused,

    /// <summary>Not of the form that any vendor sends; nothing was written down.</summary>
    Malformed,

    /// <summary>No such provider or account here, or one whose callbacks nobody can read.</summary>
    UnknownAccount,
}
