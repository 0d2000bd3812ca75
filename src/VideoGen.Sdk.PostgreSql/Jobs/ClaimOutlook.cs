namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>What a claim finds before it takes anything.</summary>
/// <param name="HasLapsed">Whether jobs are in the hands of somebody else whose lease has run out, or who is dead.</param>
/// <param name="HasPauses">Whether anything is paused.</param>
/// <param name="IsElsewhere">Whether this is another server, or another history of it, than a person confirmed.</param>
/// <param name="HasDue">Whether a job's time has come.</param>
internal sealed record ClaimOutlook(bool HasLapsed, bool HasPauses, bool IsElsewhere, bool HasDue);
