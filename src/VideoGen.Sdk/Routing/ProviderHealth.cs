using System.Collections.Concurrent;

namespace VideoGen.Sdk.Routing;

/// <summary>A circuit per account. It opens at once on an unknown outcome, so that an outage costs one job a look-up and not all of them, and on faults that time heals slowly.
/// After an unknown outcome it rests for 15 seconds, longer each time up to two minutes; then one job goes first, and the others follow once that one was answered.</summary>
public sealed class ProviderHealth(TimeProvider timeProvider)
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestRestAfterLoss = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestTrial = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan TrialLook = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Circuit> circuits = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Why an account (<c>kling/default</c>) is not to be used now; null when it may be.</summary>
    public string? Obstacle(string accountId)
    {
        var now = timeProvider.GetUtcNow();
        return !circuits.TryGetValue(accountId, out var circuit) ? null
            : circuit.OpenUntil > now ? $"left alone until {circuit.OpenUntil:u}: {circuit.Reason}"
            : circuit.TrialUntil > now ? $"one job tries whether it answers again: {circuit.Reason}"
            : null;
    }

    /// <summary>When it will be used again by itself; null when it may be used now, or when only a person heals it.</summary>
    public DateTimeOffset? HealsAt(string accountId)
    {
        var now = timeProvider.GetUtcNow();
        return !circuits.TryGetValue(accountId, out var circuit) || !circuit.HealsByItself ? null
            : circuit.OpenUntil > now ? circuit.OpenUntil
            : circuit.TrialUntil > now ? now + TrialLook
            : null;
    }

    /// <summary>Whether a paid request may go out now, after all that was planned before. The first after a lost answer goes alone: it is the trial.</summary>
    public bool MayPost(string accountId)
    {
        while (circuits.TryGetValue(accountId, out var circuit))
        {
            var now = timeProvider.GetUtcNow();
            if (circuit.OpenUntil > now || circuit.TrialUntil > now)
            {
                return false;
            }

            if (circuit.Losses == 0 || circuits.TryUpdate(accountId, circuit with { TrialUntil = now + LongestTrial }, circuit))
            {
                return true;
            }
        }

        return true;
    }

    /// <summary>Notes that nothing went out after all: a trial is another job's.</summary>
    public void ReportNotPosted(string accountId)
    {
        if (circuits.TryGetValue(accountId, out var circuit) && circuit.TrialUntil is not null)
        {
            circuits.TryUpdate(accountId, circuit with { TrialUntil = null }, circuit);
        }
    }

    /// <summary>Notes that a call worked: the circuit closes.</summary>
    public void ReportSuccess(string accountId) => circuits.TryRemove(accountId, out _);

    /// <summary>Notes that a paid request failed: a fault of the account opens the circuit, failures of a single request open nothing. Any answer but a lost one ends a trial.</summary>
    public void ReportFailure(string accountId, ProviderFailure failure)
    {
        var now = timeProvider.GetUtcNow();
        circuits.AddOrUpdate(accountId, _ => Next(null, failure, now), (_, known) => Next(known, failure, now));
    }

    /// <summary>Notes that a video failed which was accepted long ago. That says nothing of whether paid requests are answered now, so losses and a trial stay as they are.</summary>
    public void ReportFailedVideo(string accountId, ProviderFailure failure)
    {
        var now = timeProvider.GetUtcNow();
        circuits.AddOrUpdate(accountId, _ => Next(null, failure, now), (_, known) => Next(known, failure, now) is var next && next.OpenUntil > known.OpenUntil && next.OpenUntil > now
            ? next with { Losses = known.Losses, TrialUntil = known.TrialUntil }
            : known with { Failures = next.Failures });
    }

    private static Circuit Next(Circuit? known, ProviderFailure failure, DateTimeOffset now)
    {
        var isOfAccount = failure.Kind is ProviderFailureKind.Transient or ProviderFailureKind.Timeout;
        var count = (known?.Failures ?? 0) + (isOfAccount ? 1 : 0);

        // Answers lost while it is open are of the same outage; one lost by the trial is the next. Any other failure is an answer.
        var losses = failure.Kind != ProviderFailureKind.UnknownOutcome ? 0 : known is { Losses: > 0 } && known.OpenUntil > now ? known.Losses : (known?.Losses ?? 0) + 1;
        var pause = failure.Kind switch
        {
            ProviderFailureKind.UnknownOutcome => RestAfter(losses),
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
            : new Circuit(count, until, $"{failure.Kind}: {failure.Message}", heals, losses, null);
    }

    private static TimeSpan RestAfter(int losses)
    {
        var rest = FirstRest * Math.Pow(2, Math.Clamp(losses - 1, 0, 10));
        return rest < LongestRestAfterLoss ? rest : LongestRestAfterLoss;
    }

    private sealed record Circuit(int Failures, DateTimeOffset OpenUntil, string Reason, bool HealsByItself, int Losses, DateTimeOffset? TrialUntil);
}
