namespace VideoGen.Sdk.Queue;

/// <summary>What the record says after one more statement.</summary>
/// <param name="Effective">The statement that counts: the first decided one, else the first <see cref="SubmissionVerdict.Unknown"/>.</param>
/// <param name="IsDuplicateCharge">Whether the new statement names another remote id, or an acceptance after a refusal: two paid jobs may exist. It was kept all the same.</param>
public sealed record RecordedOutcome(SubmissionRecord Effective, bool IsDuplicateCharge);
