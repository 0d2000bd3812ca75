using System.Collections.Concurrent;

namespace VideoGen.Sdk.Routing;

/// <summary>A circuit per account. It opens at once on an unknown outcome, so that an outage costs one job a look-up and not all of them, and on faults that time heals slowly.</summary>
public sealed class ProviderHealth(TimeProvider timeProvider)
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, Circuit> circuits = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Why an account (<c>kling/default</c>) is not to be used now; null when it may be.</summary>
    public string? Obstacle(string accountId) =>
        circuits.TryGetValue(accountId, out var circuit) && circuit.OpenUntil > timeProvider.GetUtcNow()
            ? $"left alone until {circuit.OpenUntil:u}: {circuit.Reason}"
            : null;

    /// <summary>When it will be used again by itself; null when it may be used now, or when only a person heals it.</summary>
    public DateTimeOffset? HealsAt(string accountId) =>
        circuits.TryGetValue(accountId, out var circuit) && circuit.OpenUntil > timeProvider.GetUtcNow() && circuit.HealsByItself ? circuit.OpenUntil : null;

    /// <summary>Notes that a call worked: the circuit closes.</summary>
    public void ReportSuccess(string accountId) => circuits.TryRemove(accountId, out _);

    /// <summary>Notes a failure of the account itself; failures of a single request open nothing.</summary>
    public void ReportFailure(string accountId, ProviderFailure failure)
    {
        var now = timeProvider.GetUtcNow();
        circuits.AddOrUpdate(accountId, _ => Next(null, failure, now), (_, known) => Next(known, failure, now));
    }

    private static Circuit Next(Circuit? known, ProviderFailure failure, DateTimeOffset now)
    {
        var isOfAccount = failure.Kind is ProviderFailureKind.Transient or ProviderFailureKind.Timeout;
        var count = (known?.Failures ?? 0) + (isOfAccount ? 1 : 0);
        var pause = failure.Kind switch
        {
            ProviderFailureKind.UnknownOutcome => TimeSpan.FromMinutes(2),
            ProviderFailureKind.Authentication or ProviderFailureKind.OutOfCredit => TimeSpan.FromMinutes(5),
            ProviderFailureKind.Retired => TimeSpan.FromDays(1),
            // "Come back in a minute" holds for every job, not for the one that was told.
            ProviderFailureKind.Transient or ProviderFailureKind.Timeout when failure.RetryAfter is { } asked => asked < LongestRest ? asked : LongestRest,
            // A cap that lasts holds for every job too: each would get its own refusal, and be used up by it. A short one is a matter of slots.
            ProviderFailureKind.RateLimited when failure.RetryAfter is { } asked && asked > LongestTurn => asked < LongestRest ? asked : LongestRest,
            ProviderFailureKind.Transient or ProviderFailureKind.Timeout when count >= 5 => TimeSpan.FromSeconds(Math.Min(300, 15 * (count - 4))),
            _ => TimeSpan.Zero,
        };
        var until = now + pause;
        var heals = failure.Kind is ProviderFailureKind.UnknownOutcome or ProviderFailureKind.RateLimited or ProviderFailureKind.Transient or ProviderFailureKind.Timeout;
        return known is not null && known.OpenUntil > until
            ? known with { Failures = count }
            : new Circuit(count, until, $"{failure.Kind}: {failure.Message}", heals);
    }

    private sealed record Circuit(int Failures, DateTimeOffset OpenUntil, string Reason, bool HealsByItself);
}
