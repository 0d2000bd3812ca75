namespace VideoGen.Sdk.Tests.Workflow.StopAfterEverySave;

/// <summary>What can be learnt after a death between the intent and its outcome.</summary>
internal enum BlindMoment
{
    /// <summary>What the vendor accepted is found; not found is no proof, so a person is asked about what was never sent.</summary>
    FindsWhatWasAccepted,

    /// <summary>Nothing: a person is asked.</summary>
    LearnsNothing,

    /// <summary>Everything: the same request may be sent again.</summary>
    MaySendAgain,
}
