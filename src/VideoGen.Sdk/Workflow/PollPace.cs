using System.Security.Cryptography;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>When to ask next: rarely at first, often around the usual end, never under the vendor's floor, with jitter and a ceiling.</summary>
internal sealed class PollPace(ModelCatalogue catalogue, TimeProvider timeProvider)
{
    private static readonly TimeSpan Ceiling = TimeSpan.FromSeconds(60);

    // Nobody knows how long a model takes that no catalogue lists: ask early rather than make a fast one wait.
    private static readonly TimeSpan Unlisted = TimeSpan.FromSeconds(20);

    /// <summary>The delay before the next status request.</summary>
    public TimeSpan Next(ProviderDescriptor descriptor, Attempt attempt, ProviderJobStatus status)
    {
        var typical = Typical(attempt);
        var elapsed = Elapsed(attempt);
        var wanted = elapsed < typical * 0.6 ? Min(typical * 0.8 - elapsed, Ceiling) : Max(elapsed * 0.08, TimeSpan.FromSeconds(1));
        return AtLeast(descriptor, Min(Max(wanted, status.RetryAfter ?? TimeSpan.Zero), Max(Ceiling, status.RetryAfter ?? TimeSpan.Zero)));
    }

    /// <summary>The delay after a status request that failed.</summary>
    public TimeSpan AfterFailure(ProviderDescriptor descriptor, Attempt attempt, ProviderFailure? failure)
    {
        var patient = failure?.Kind is ProviderFailureKind.Authentication or ProviderFailureKind.OutOfCredit or ProviderFailureKind.Retired;
        var wanted = patient ? Ceiling : Min(Max(Elapsed(attempt) * 0.1, TimeSpan.FromSeconds(2)), Ceiling);
        return AtLeast(descriptor, Max(wanted, failure?.RetryAfter ?? TimeSpan.Zero));
    }

    /// <summary>The share that is probably done where the vendor says none; approaches 1 and never reaches it.</summary>
    public double ExpectedShare(Attempt attempt) => 1 - Math.Exp(-Elapsed(attempt) / Typical(attempt) * 1.5);

    private TimeSpan Typical(Attempt attempt) => Max(catalogue.Find(attempt.Provider, attempt.Spec.Model)?.TypicalRun ?? Unlisted, TimeSpan.FromSeconds(1));

    private TimeSpan Elapsed(Attempt attempt) => Max(timeProvider.GetUtcNow() - (attempt.AcceptedAt ?? timeProvider.GetUtcNow()), TimeSpan.Zero);

    private static TimeSpan AtLeast(ProviderDescriptor descriptor, TimeSpan wanted) =>
        Max(wanted, descriptor.PollFloor) * (1 + (RandomNumberGenerator.GetInt32(0, 200) / 1000.0));

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
