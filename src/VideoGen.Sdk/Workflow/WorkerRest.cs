namespace VideoGen.Sdk.Workflow;

/// <summary>What a worker's loop waits for between two claims.</summary>
/// <param name="Change">The store's mark from which a change ends it; null when no change does.</param>
/// <param name="Freed">The mark from which a freed place ends it; null when none does.</param>
/// <param name="Until">When time ends it; null when it does not.</param>
internal sealed record WorkerRest(long? Change, long? Freed, DateTimeOffset? Until);
