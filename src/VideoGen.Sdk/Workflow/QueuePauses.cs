using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>What a pause means for a plan: paused accounts are left out, whichever door the job came through.</summary>
internal sealed class QueuePauses(IJobStore store, ProviderRegistry registry)
{
    public const string Reason = "is paused";

    /// <summary>The paused accounts by id, each with the reason.</summary>
    public async Task<IReadOnlyDictionary<string, string>> LeftOutAsync(CancellationToken cancellationToken)
    {
        var pauses = await store.GetPausesAsync(cancellationToken).ConfigureAwait(false);
        return registry.All.Select(r => r.Provider.Descriptor)
            .Where(descriptor => pauses.Any(pause => pause.Provider is null || pause.Provider == descriptor.Name))
            .ToDictionary(descriptor => descriptor.Id, _ => Reason, StringComparer.OrdinalIgnoreCase);
    }
}
