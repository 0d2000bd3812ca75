using Microsoft.Extensions.Options;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>Turns a request into a job: validated, inputs stored, key checked.</summary>
internal sealed class JobMaker(RequestValidator validator, JobInputs inputs, ContentDefaults defaults, ConfigurationPaths paths, IJobStore store, IOptionsMonitor<WorkflowOptions> options, TimeProvider timeProvider)
{
    /// <summary>Makes the job for an owner, or finds the one that has the key.</summary>
    /// <exception cref="IdempotencyConflictException">The key has another request.</exception>
    public async Task<CreateJobResult> MakeAsync(VideoRequest request, string? ownerId, CancellationToken cancellationToken)
    {
        validator.ThrowIfInvalid(request);
        if (!await IsKnownAsync(request, cancellationToken).ConfigureAwait(false))
        {
            validator.ThrowIfRefused(request);
            if (!options.CurrentValue.Enabled)
            {
                throw new VideoGenerationDisabledException(paths.AsWritten("New videos are refused: VideoGeneration:Enabled is false. Running ones finish."));
            }
        }

        var stored = await inputs.StoreAsync(request, cancellationToken).ConfigureAwait(false);
        var fingerprint = Fingerprint.Of(stored);
        var now = timeProvider.GetUtcNow();
        var job = new VideoJob
        {
            Id = Guid.CreateVersion7(now).ToString("N"),
            // After the fingerprint: a changed setting must not make another request of a known key.
            Request = defaults.Fill(stored),
            State = ownerId is null ? VideoState.Queued : VideoState.Running,
            Stage = GenerationWorkflow.Plan,
            CreatedAt = now,
        };
        var result = await store.CreateAsync(new NewJob { Job = job, Fingerprint = fingerprint, OwnerId = ownerId }, cancellationToken).ConfigureAwait(false);
        return result is CreateJobResult.Conflict conflict
            ? throw new IdempotencyConflictException(
                $"IdempotencyKey: job {conflict.JobId} has this key with another request (fingerprint {conflict.ExistingFingerprint}, given {conflict.GivenFingerprint}). Use another key, or send the same request.")
            {
                JobId = conflict.JobId,
                ExistingFingerprint = conflict.ExistingFingerprint,
                GivenFingerprint = conflict.GivenFingerprint,
            }
            : result;
    }

    // A known key makes nothing new: whatever was switched off since, its job is found and its request compared.
    private async Task<bool> IsKnownAsync(VideoRequest request, CancellationToken cancellationToken) =>
        request.IdempotencyKey is { } key && await store.FindByKeyAsync(request.Tenant, key, cancellationToken).ConfigureAwait(false) is not null;
}
