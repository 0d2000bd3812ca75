namespace VideoGen.Sdk.Queue;

/// <summary>What the record says after one more statement.</summary>
/// <param name="Effective">The statement that counts: the first decided one, else the first <see cref="SubmissionVerdict.Unknown"/>.</param>
/// <param name="IsDuplicateCharge">Whether the new statement names another remote id, or an acceptance after a refusal: two paid jobs may exist. It was kept all the same.</param>
public sealed record RecordedOutcome(SubmissionRecord Effective, bool IsDuplicateCharge)
{
    /// <summary>The one rule for every store: what counts once a statement has been added to earlier ones. A repeated statement gets the answer that it got the first time.</summary>
    /// <param name="earlier">Statements about the attempt, the oldest first.</param>
    /// <param name="added">The new one; to be stored unless an earlier one <see cref="SubmissionRecord.SaysTheSameAs"/> it.</param>
    /// <exception cref="ArgumentException">An acceptance without remote id.</exception>
    public static RecordedOutcome After(IReadOnlyList<SubmissionRecord> earlier, SubmissionRecord added)
    {
        if (added.Verdict == SubmissionVerdict.Accepted && string.IsNullOrEmpty(added.RemoteId))
        {
            throw new ArgumentException("An acceptance needs the vendor's remote id.", nameof(added));
        }

        var effective = earlier.Append(added).FirstOrDefault(record => record.Verdict != SubmissionVerdict.Unknown) ?? earlier.Append(added).First();
        var isDuplicate = added.Verdict == SubmissionVerdict.Accepted
            && earlier.TakeWhile(record => !added.SaysTheSameAs(record)).Any(record => record.Verdict != SubmissionVerdict.Unknown);
        return new RecordedOutcome(effective, isDuplicate);
    }
}
