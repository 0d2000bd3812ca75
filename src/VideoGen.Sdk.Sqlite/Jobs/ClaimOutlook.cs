namespace VideoGen.Sdk.Sqlite.Jobs;

/// <summary>What a claim finds before it takes anything.</summary>
/// <param name="IsAlive">Whether the claimer is registered and alive.</param>
/// <param name="HasLapsed">Whether jobs are in the hands of somebody else whose lease has run out, or whom nobody knows.</param>
/// <param name="HasDue">Whether a job's time has come.</param>
/// <param name="HasPauses">Whether anything is paused.</param>
internal readonly record struct ClaimOutlook(bool IsAlive, bool HasLapsed, bool HasDue, bool HasPauses);
