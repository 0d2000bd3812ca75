namespace VideoGen.Sdk.Costs.InMemory;

/// <summary>Reads a <see cref="LedgerQuery"/> against lines and entries.</summary>
internal static class LedgerFilter
{
    public static bool Matches(this LedgerQuery query, AttemptLine line) =>
        Within(query, line.ReservedAt) && (query.State is null || query.State == line.State) && (!query.FlaggedOnly || line.Flag is not null) && MatchesAttempt(query, line);

    public static bool Matches(this LedgerQuery query, LedgerEntry entry, AttemptLine line) => Within(query, entry.At) && MatchesAttempt(query, line);

    private static bool Within(LedgerQuery query, DateTimeOffset instant) =>
        (query.From is not { } from || instant >= from) && (query.Until is not { } until || instant < until);

    private static bool MatchesAttempt(LedgerQuery query, AttemptLine line) =>
        (query.JobId is null || query.JobId == line.Key.JobId)
        && (query.Provider is null || query.Provider == line.Provider)
        && (query.Model is null || query.Model == line.Model)
        && (query.Tenant is null || query.Tenant == line.Tenant)
        && (query.Campaign is null || query.Campaign == line.Campaign)
        && (query.Tag is null || line.Tags.Contains(query.Tag, StringComparer.Ordinal));
}
