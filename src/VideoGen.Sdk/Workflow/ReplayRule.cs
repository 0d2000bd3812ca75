using Microsoft.Extensions.Options;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Routing;

namespace VideoGen.Sdk.Workflow;

/// <summary>Whether a lost POST may be sent again under the vendor's key. If the first never arrived, the replay is what buys the video: whatever speaks against a new POST by now speaks against it.</summary>
internal sealed class ReplayRule(ProviderRegistry registry, TenantAccess tenants, QueuePauses pauses, IOptionsMonitor<WorkflowOptions> options, TimeProvider timeProvider)
{
    public async Task<bool> AllowsAsync(StageContext context, CancellationToken cancellationToken)
    {
        var (job, attempt) = (context.Job, context.Attempt);
        return !context.IsCancelAsked
            && options.CurrentValue.Enabled
            && !(timeProvider.GetUtcNow() >= job.CreatedAt + job.Request.Deadline)
            && registry.Find(attempt.Provider, attempt.Account) is { Options.Enabled: true } registration
            // Under another account the vendor's key is a new one, and the replay a second paid job.
            && registration.Provider.PrintAccount(attempt.ClientReference) == attempt.AccountPrint
            && tenants.Obstacle(registration, job.Request.Tenant) is null
            && !(await pauses.LeftOutAsync(cancellationToken).ConfigureAwait(false)).ContainsKey(registration.Provider.Descriptor.Id);
    }
}
