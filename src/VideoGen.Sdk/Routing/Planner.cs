using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Platforms;
using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Routing;

/// <summary>Lists who can do a request, in order, and says of everyone else why not. Sends nothing, holds nothing.</summary>
internal sealed class Planner(
    ProviderRegistry registry,
    CandidateOrder order,
    ModelChoice models,
    LimitSet limitSet,
    ProviderHealth health,
    TenantAccess tenants,
    PlatformCatalogue platforms,
    ICostStore costs,
    TimeProvider timeProvider)
{
    public async Task<RoutePlan> PlanAsync(VideoRequest request, RouteHistory history, CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow();
        var wishes = Wishes.Of(request, platforms);
        var (modelProvider, modelId) = ModelName.Split(request.Model, registry);
        var candidates = new List<Candidate>();
        var exclusions = new List<PlanExclusion>();
        DateTimeOffset? healsAt = null;
        foreach (var registration in order.For(request, modelProvider))
        {
            var descriptor = registration.Provider.Descriptor;
            ChosenModel? choice = null;
            var obstacle = AccountObstacle(registration, request, modelProvider, history, candidates, now)
                ?? models.TryChoose(registration, request, wishes, modelId, now, out choice);
            if (obstacle is null && health.Obstacle(descriptor.Id) is { } open)
            {
                obstacle = new(open, choice!.Model.Id);
                healsAt = Earlier(healsAt, health.HealsAt(descriptor.Id));
            }

            if (obstacle is not null)
            {
                exclusions.Add(new PlanExclusion(descriptor.Name, descriptor.Account, obstacle.Model, obstacle.Reason));
                continue;
            }

            candidates.Add(new Candidate(registration, choice!.Spec, limitSet.For(registration, request), [], choice.Describe(descriptor)));
        }

        var judged = await JudgeAsync(candidates, request, history, cancellationToken).ConfigureAwait(false);
        return new RoutePlan(new VideoPlan { CreatedAt = now, Candidates = [.. judged.Select(c => c.Plan)], Exclusions = exclusions }, judged, healsAt);
    }

    private Obstacle? AccountObstacle(
        ProviderRegistration registration, VideoRequest request, string? modelProvider, RouteHistory history, List<Candidate> before, DateTimeOffset now)
    {
        var descriptor = registration.Provider.Descriptor;
        if (!registration.Options.Enabled)
        {
            return new("is switched off by configuration (Enabled: false)");
        }

        if (tenants.Obstacle(registration, request.Tenant) is { } foreign)
        {
            return new(foreign);
        }

        if (descriptor.Lifecycle.IsRetiredAt(now))
        {
            return new($"retired since {descriptor.Lifecycle.EndsOn:yyyy-MM-dd}{(descriptor.Lifecycle.Note is { } note ? ": " + note : "")}");
        }

        if (!descriptor.IsPaid)
        {
            var isAlone = !registry.All.Any(r => r.Provider.Descriptor.IsPaid && r.Options.Enabled && r.Provider.CheckReadiness().IsReady);
            if (history.WasPaidTried || before.Exists(c => c.Registration.Provider.Descriptor.IsPaid) || (!isAlone && !order.IsFirstChoice(registration, request, modelProvider)))
            {
                return new("a local draft never stands in for a paid video; ask for it by name, first");
            }
        }

        if (MissingKey.ReasonOf(registration) is { } reason)
        {
            return new(reason);
        }

        return history.LeftOut.TryGetValue(descriptor.Id, out var left) ? new(left) : null;
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b ?? a : a;

    private async Task<IReadOnlyList<Candidate>> JudgeAsync(List<Candidate> candidates, VideoRequest request, RouteHistory history, CancellationToken cancellationToken)
    {
        if (candidates.Count == 0)
        {
            return candidates;
        }

        var refusals = await costs.CheckAsync([.. candidates.Select(c => HoldRequests.For(c, request, new AttemptKey(history.JobId, history.NextAttempt), "plan"))], cancellationToken).ConfigureAwait(false);
        return [.. candidates.Select((c, i) => c with { Refusals = refusals[i], Plan = c.Plan with { Verdict = Verdicts.Of(refusals[i]) } })];
    }
}
