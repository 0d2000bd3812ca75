using System.Data.Common;
using Microsoft.Extensions.Options;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Workflow.Telemetry;

namespace VideoGen.Sdk.Workflow;

/// <summary>Turns a request into a job: validated, inputs stored, key checked.</summary>
internal sealed class JobMaker(RequestValidator validator, JobInputs inputs, ContentDefaults defaults, ConfigurationPaths paths, IJobStore store, JobIds ids, IOptionsMonitor<WorkflowOptions> settings, TimeProvider timeProvider)
{
    /// <summary>Makes the job for an owner, or finds the one that has the key.</summary>
    /// <exception cref="IdempotencyConflictException">The key has another request.</exception>
    public Task<CreateJobResult> MakeAsync(VideoRequest request, string? ownerId, EnqueueOptions? options, CancellationToken cancellationToken) =>
        MakeAsync(request, ownerId, options, newJob => store.CreateAsync(newJob, cancellationToken), cancellationToken);

    /// <summary>The same within the caller's transaction, for any owner.</summary>
    public Task<CreateJobResult> JoinAsync(VideoRequest request, DbTransaction transaction, EnqueueOptions? options, CancellationToken cancellationToken) =>
        MakeAsync(request, null, options, newJob => store.CreateAsync(newJob, transaction, cancellationToken), cancellationToken);

    /// <summary>Makes many jobs for any owner, in this order and few commits. What comes before a refused one stays, and nothing after it is made.</summary>
    public async Task<IReadOnlyList<CreateJobResult>> MakeManyAsync(IEnumerable<VideoRequest> requests, EnqueueOptions? options, CancellationToken cancellationToken)
    {
        var batch = new JobBatch(store, SettleAsync);
        try
        {
            foreach (var request in requests)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await (await PrepareAsync(request, null, options, cancellationToken).ConfigureAwait(false) switch
                {
                    (null, { } known) => batch.AddAsync(known),
                    var (newJob, _) => batch.AddAsync(newJob!),
                }).ConfigureAwait(false);
            }
        }
        finally
        {
            await batch.WriteAsync().ConfigureAwait(false);
        }

        return batch.Results;
    }

    private async Task<CreateJobResult> MakeAsync(VideoRequest request, string? ownerId, EnqueueOptions? options, Func<NewJob, Task<CreateJobResult>> create, CancellationToken cancellationToken)
    {
        var (newJob, known) = await PrepareAsync(request, ownerId, options, cancellationToken).ConfigureAwait(false);
        return known ?? await SettleAsync(newJob!, await create(newJob!).ConfigureAwait(false)).ConfigureAwait(false);
    }

    /// <summary>The job to be made, its inputs stored; or the one that has the key already.</summary>
    private async Task<(NewJob? New, CreateJobResult? Known)> PrepareAsync(VideoRequest request, string? ownerId, EnqueueOptions? options, CancellationToken cancellationToken)
    {
        validator.ThrowIfInvalid(request);

        // A known key makes nothing new: whatever was switched off since, its job is found and its request compared.
        if (request.IdempotencyKey is { } key && await store.FindByKeyAsync(request.Tenant, key, cancellationToken).ConfigureAwait(false) is { } known)
        {
            return (null, SameOrThrow(known, await inputs.AgainAsync(request, known.Job, cancellationToken).ConfigureAwait(false)));
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
            Id = ids.Next(now),
            // Not in the fingerprint: a changed setting must not make another request of a known key.
            Request = defaults.Fill(stored),
            State = ownerId is not null ? VideoState.Running : options?.NotBefore > now ? VideoState.Scheduled : VideoState.Queued,
            Stage = GenerationWorkflow.Plan,
            Priority = options?.Priority ?? VideoPriority.Normal,
            NotBefore = options?.NotBefore,
            DueAt = options?.NotBefore > now ? options.NotBefore : null,
            CreatedAt = now,
            TraceParent = JobTrace.Current,
        };
        return (new NewJob { Job = job, Fingerprint = Fingerprint.Of(stored), OwnerId = ownerId, KeyLifetime = settings.CurrentValue.KeyLifetime }, null);
    }

    // Somebody made it this very moment, perhaps by another release, whose fingerprint says nothing to this one.
    private async Task<CreateJobResult> SettleAsync(NewJob given, CreateJobResult result) => result is not CreateJobResult.Conflict conflict ? result
        : await store.FindAsync(conflict.JobId).ConfigureAwait(false) is { } first ? SameOrThrow(first, given.Job.Request)
        : throw ConflictOf(conflict.JobId, conflict.ExistingFingerprint, conflict.GivenFingerprint);

    // Both as this release reads them: a fingerprint that another release stored may have read fewer fields, or more.
    // A platform that the caller leaves open is the job's, which the app's own setting may have filled in.
    private static CreateJobResult.Exists SameOrThrow(StoredJob known, VideoRequest given)
    {
        var asSettled = given with { TargetPlatform = given.TargetPlatform ?? known.Job.Request.TargetPlatform };
        var (existing, asked) = (Fingerprint.Of(known.Job.Request), Fingerprint.Of(asSettled));
        return existing == asked
            ? new CreateJobResult.Exists(known)
            : throw ConflictOf(known.Job.Id, existing, asked);
    }

    private static IdempotencyConflictException ConflictOf(string jobId, string existing, string asked) =>
        new($"IdempotencyKey: job {jobId} has this key with another request (fingerprint {existing}, given {asked}). Use another key, or send the same request.")
        {
            JobId = jobId,
            ExistingFingerprint = existing,
            GivenFingerprint = asked,
        };
}
