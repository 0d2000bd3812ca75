using VideoGen.Sdk.Testing.Chaos;

namespace VideoGen.Sdk.Tests.Workflow.StopAfterEverySave;

/// <summary>Where a process dies.</summary>
internal sealed record Death(int Write, string Name, ChaosEffect Effect)
{
    /// <summary>Whether the file differs from what the death after the write before left: a death before a write finds the same bytes, but for what the vendor answered in between.</summary>
    public bool LeavesAFileOfItsOwn => Effect == ChaosEffect.DieAfter || Write == 1 || Name == "jobs.RecordOutcome";

    /// <summary>Whether an intent may be saved and no outcome: from there on only a look-up can tell.</summary>
    public bool IsInBlindMoment(IReadOnlyList<string> writes)
    {
        var written = writes.Take(Effect == ChaosEffect.DieAfter ? Write : Write - 1).ToList();
        return written.LastIndexOf("jobs.SaveIntent") > written.LastIndexOf("jobs.RecordOutcome");
    }
}
