using Microsoft.Extensions.Options;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>Turns a request into a job: validated, inputs stored, key checked.</summary>
internal sealed class JobMaker(RequestValidator validator, JobInputs inputs, ContentDefaults defaults, ConfigurationPaths paths, IJobStore store, IOptionsMonitor<WorkflowOptions> settings, TimeProvider timeProvider)
{
    /// <summary>Makes the job for an owner, or finds the one that has the key.</summary>
    /// <exception cref="IdempotencyConflictException">The key has another request.</exception>
    public async Task<CreateJobResult> MakeAsync(VideoRequest request, string? ownerId, EnqueueOptions? options, CancellationToken cancellationToken)
    {
        validator.ThrowIfInvalid(request);

        // A known key makes nothing new: whatever was switched off since, its job is found and its request compared.
        if (request.IdempotencyKey is { } key && await store.FindByKeyAsync(request.Tenant, key, cancellationToken).ConfigureAwait(false) is { } known)
        {
            return SameOrThrow(known, await inputs.AgainAsync(request, known.Job, cancellationToken).ConfigureAwait(false));
        }

        validator.ThrowIfRefused(request);
        if (!settings.CurrentValue.Enabled)
        {
            throw new VideoGenerationDisabledException(paths.AsWritten("New videos are refused: VideoGeneration:Enabled is false. Running ones finish."));
        }

        var stored = await inputs.StoreAsync(request, cancellationToken).ConfigureAwait(false);
        var now = timeProvider.GetUtcNow();
        var job = new VideoJob
        {
            Id = Guid.CreateVersion7(now).ToString("N"),
            // Not in the fingerprint: a changed setting must not make another request of a known key.
            Request = defaults.Fill(stored),
            State = ownerId is not null ? VideoState.Running : options?.NotBefore > now ? VideoState.Scheduled : VideoState.Queued,
            Stage = GenerationWorkflow.Plan,
            Priority = options?.Priority ?? VideoPriority.Normal,
            NotBefore = options?.NotBefore,
            DueAt = options?.NotBefore > now ? options.NotBefore : null,
            CreatedAt = now,
        };
        var result = await store.CreateAsync(new NewJob { Job = job, Fingerprint = Fingerprint.Of(stored), OwnerId = ownerId }, cancellationToken).ConfigureAwait(false);

        // Somebody made it this very moment, perhaps by another release, whose fingerprint says nothing to this one.
        return result is CreateJobResult.Conflict conflict && await store.FindAsync(conflict.JobId, cancellationToken).ConfigureAwait(false) is { } first ? SameOrThrow(first, stored) : result;
    }

    // Both as this release reads them: a fingerprint that another release stored may have read fewer fields, or more.
    // A platform that the caller leaves open is the job's, which the app's own setting may have filled in.
    private static CreateJobResult.Exists SameOrThrow(StoredJob known, VideoRequest given)
    {
        var asSettled = given with { TargetPlatform = given.TargetPlatform ?? known.Job.Request.TargetPlatform };
        var (existing, asked) = (Fingerprint.Of(known.Job.Request), Fingerprint.Of(asSettled));
        return existing == asked
            ? new CreateJobResult.Exists(known)
            : throw new IdempotencyConflictException(
                $"IdempotencyKey: job {known.Job.Id} has this key with another request (fingerprint {existing}, given {asked}). Use another key, or send the same request.")
            {
                JobId = known.Job.Id,
                ExistingFingerprint = existing,
                GivenFingerprint = asked,
            };
    }
}
