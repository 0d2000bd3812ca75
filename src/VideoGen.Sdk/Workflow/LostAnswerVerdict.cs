using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>What came of looking for a lost answer: the record, or what to do instead.</summary>
internal sealed record LostAnswerVerdict
{
    public LostAnswerVerdict(SubmissionRecord record) => Record = record;

    public LostAnswerVerdict(StageResult result) => Result = result;

    public SubmissionRecord? Record { get; }

    public StageResult? Result { get; }
}
