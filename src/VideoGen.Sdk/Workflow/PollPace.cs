using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>When to ask next: by what such runs have taken so far, else by the catalogue's typical time; never under the vendor's floor, with jitter. Learns from every run whose end it saw.</summary>
internal sealed class PollPace(ModelCatalogue catalogue, LearnedRuns learned, TimeProvider timeProvider)
{
    private static readonly TimeSpan FailureCeiling = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan UnclearCeiling = TimeSpan.FromSeconds(60);

    // Nobody knows how long a model takes that no catalogue lists: ask early rather than make a fast one wait.
    private static readonly TimeSpan Unlisted = TimeSpan.FromSeconds(20);

    // By the attempt itself: what nobody waits for any more goes by itself.
    private readonly ConditionalWeakTable<Attempt, Look> looks = [];

    /// <summary>The delay before the next status request.</summary>
    public async Task<TimeSpan> NextAsync(ProviderDescriptor descriptor, Attempt attempt, ProviderJobStatus status, CancellationToken cancellationToken)
    {
        var runs = await learned.OfAsync(attempt, cancellationToken).ConfigureAwait(false);
        var wanted = PollSchedule.Wait(Elapsed(attempt), runs, Typical(attempt));

        // What nobody can read is looked at often enough to tell when it clears.
        var wait = AtLeast(descriptor, status.RetryAfter, status.State is ProviderJobState.NotVisible or ProviderJobState.Unknown ? Min(wanted, UnclearCeiling) : wanted);
        looks.AddOrUpdate(attempt, new Look(timeProvider.GetUtcNow(), wait));
        return wait;
    }

    /// <summary>The delay after a status request that failed.</summary>
    public TimeSpan AfterFailure(ProviderDescriptor descriptor, Attempt attempt, ProviderFailure? failure)
    {
        var patient = failure?.Kind is ProviderFailureKind.Authentication or ProviderFailureKind.OutOfCredit or ProviderFailureKind.Retired;
        var wanted = patient ? FailureCeiling : Min(Max(Elapsed(attempt) * 0.1, TimeSpan.FromSeconds(2)), FailureCeiling);
        return AtLeast(descriptor, failure?.RetryAfter, wanted);
    }

    /// <summary>The share that is probably done where the vendor says none; approaches 1 and never reaches it.</summary>
    public async Task<double> ExpectedShareAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var runs = await learned.OfAsync(attempt, cancellationToken).ConfigureAwait(false);
        return 1 - Math.Exp(-Elapsed(attempt) / (runs.Count < PollSchedule.Enough ? Typical(attempt) : Max(runs[runs.Count / 2], TimeSpan.FromSeconds(1))) * 1.5);
    }

    /// <summary>Notes how long a successful run took, where this process saw it running before and looked again about when it meant to.</summary>
    /// <param name="attempt">The attempt, as it was waited for.</param>
    /// <param name="wokenAt">When a callback ended the wait; null when none did.</param>
    public async Task LearnAsync(Attempt attempt, DateTimeOffset? wokenAt)
    {
        var now = timeProvider.GetUtcNow();
        if (attempt.AcceptedAt is not { } acceptedAt || !looks.TryGetValue(attempt, out var last) || now - last.At > (last.Wait * 2) + TimeSpan.FromSeconds(10))
        {
            return;
        }

        // A callback comes at the end; a look finds an end that lies somewhere since the last one.
        var end = wokenAt > last.At && wokenAt < now ? wokenAt.Value : last.At + ((now - last.At) / 2);
        await learned.AddAsync(attempt, Max(end - acceptedAt, TimeSpan.FromMilliseconds(1))).ConfigureAwait(false);
    }

    private TimeSpan Typical(Attempt attempt) => Max(catalogue.Find(attempt.Provider, attempt.Spec.Model)?.TypicalRun ?? Unlisted, TimeSpan.FromSeconds(1));

    private TimeSpan Elapsed(Attempt attempt) => Max(timeProvider.GetUtcNow() - (attempt.AcceptedAt ?? timeProvider.GetUtcNow()), TimeSpan.Zero);

    // Ten percent to either side, so that jobs that began together do not ask together; above what the vendor asks for only.
    private static TimeSpan AtLeast(ProviderDescriptor descriptor, TimeSpan? retryAfter, TimeSpan wanted)
    {
        var dice = RandomNumberGenerator.GetInt32(0, 1001) / 1000.0;
        return Max(wanted * (0.9 + (0.2 * dice)), Max(descriptor.PollFloor, retryAfter ?? TimeSpan.Zero) * (1 + (0.1 * dice)));
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private sealed record Look(DateTimeOffset At, TimeSpan Wait);
}
