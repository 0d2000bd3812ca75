using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>Sends the one paid request and writes down what became of it, whatever it takes.</summary>
internal sealed partial class PaidPost(IJobStore store, ICostStore costs, IOptionsMonitor<WorkflowOptions> options, Closing closing, TimeProvider timeProvider, ILogger<PaidPost> logger)
{
    /// <summary>Source of a statement that this process itself sent nothing, for reasons of its own.</summary>
    public const string Own = "owner";

    /// <summary>Source of a statement that a person made, who looked at the vendor's console.</summary>
    public const string Person = "person";

    private const int MostOddFaults = 10;
    private static readonly TimeSpan LongestSubmit = TimeSpan.FromHours(1);

    public static SubmissionOutcome.NotSent NotSent(string why) => new(new ProviderFailure { Kind = ProviderFailureKind.Transient, Message = why });

    public TimeSpan DeadlineOf(ProviderDescriptor? descriptor)
    {
        var stated = options.CurrentValue.SubmitDeadline ?? descriptor?.SubmitDeadline ?? LongestSubmit;
        return stated < LongestSubmit ? stated : LongestSubmit;
    }

    public static SubmissionBody BodyOf(SubmissionIntent intent) => new()
    {
        ClientReference = intent.ClientReference,
        Route = intent.Route,
        ContentType = intent.ContentType,
        Content = intent.Content,
        IdempotencyKey = intent.IdempotencyKey,
        IsReplayable = intent.IsReplayable,
        Model = intent.Model,
    };

    /// <summary>Notes on the ledger that the POST begins; false when it cannot be noted, and then nothing may be sent.</summary>
    public async Task<bool> StartAsync(string jobId, int attempt)
    {
        try
        {
            await costs.StartAsync(new AttemptKey(jobId, attempt), CancellationToken.None).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever it was (the store failed, somebody else ended this hold), nothing has been sent, and nothing may be.
            LogNotStarted(jobId, attempt, e);
            return false;
        }
    }

    public async Task<SubmissionOutcome> SendAsync(IVideoProvider provider, SubmissionBody body)
    {
        // Nothing before the provider's own code may throw: it would turn "nothing was sent" into "nobody knows".
        using var deadline = new CancellationTokenSource(DeadlineOf(provider.Descriptor), timeProvider);
        try
        {
            return await provider.SubmitAsync(body, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A provider must not throw here; whatever it was, a paid job may exist.
            LogThrown(provider.Descriptor.Id, body.ClientReference, e);
            return new SubmissionOutcome.Unknown(new ProviderFailure
            {
                Kind = ProviderFailureKind.UnknownOutcome,
                Charge = ChargeCertainty.Unknown,
                Message = e is OperationCanceledException ? "no answer within the submit deadline" : $"the provider's code threw {e.GetType().Name}",
            });
        }
    }

    /// <summary>Writes the outcome down, again and again until the store takes it, and returns the statement that counts. Once the app ends it tries for half a minute more,
    /// tells the remote id where a person will see it, and throws what the store threw.</summary>
    public async Task<SubmissionRecord> RecordAsync(string jobId, Attempt attempt, SubmissionOutcome outcome, string source)
    {
        var record = RecordOf(jobId, attempt, outcome, source);
        var isTold = false;
        for (var tries = 1; ; tries++)
        {
            try
            {
                var recorded = await RecordOnceAsync(attempt.Provider, record, CancellationToken.None).ConfigureAwait(false);

                // A remote id is a fact that no earlier statement undoes: whoever said "not sent" was wrong, and money is out.
                return record.Verdict == SubmissionVerdict.Accepted && recorded.Effective.Verdict != SubmissionVerdict.Accepted ? record : recorded.Effective;
            }
            catch (Exception e) when (e is StoreException ? record.Verdict == SubmissionVerdict.Accepted || tries < MostOddFaults : e is not OutOfMemoryException && tries < MostOddFaults)
            {
                LogNotRecorded(attempt.Provider, jobId, attempt.Number, record.RemoteId, e);
                if (closing.Begun.IsCancellationRequested && !isTold)
                {
                    LogClosing(attempt.Provider, jobId, attempt.Number, record.RemoteId, e);
                    isTold = true;
                }

                if (closing.IsOver)
                {
                    throw;
                }

                await Task.Delay(Backoff.Full(tries, TimeSpan.FromSeconds(10)), timeProvider, isTold ? CancellationToken.None : closing.Begun).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception e) when (e is not (StoreException or OutOfMemoryException) && record.Verdict == SubmissionVerdict.Accepted)
            {
                // The store cannot take this statement at all; the job itself carries the remote id from here.
                LogNotRecorded(attempt.Provider, jobId, attempt.Number, record.RemoteId, e);
                return record;
            }
        }
    }

    /// <summary>Writes one statement down, whoever makes it, and raises the alarm when it means that two jobs may be charged.</summary>
    public async Task<RecordedOutcome> RecordOnceAsync(string provider, SubmissionRecord record, CancellationToken cancellationToken)
    {
        var recorded = await store.RecordOutcomeAsync(record, cancellationToken).ConfigureAwait(false);
        if (recorded.IsDuplicateCharge)
        {
            LogDuplicate(provider, record.JobId, record.Attempt, recorded.Effective.RemoteId, record.RemoteId);
        }

        return recorded;
    }

    /// <summary>Proves right now that this owner is alive.</summary>
    public async Task<bool> RenewAsync(OwnerLease owner)
    {
        try
        {
            return await owner.RenewAsync(CancellationToken.None).ConfigureAwait(false) && owner.IsFreshEnoughToPost;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LogCannotProve(owner.OwnerId, e);
            return false;
        }
    }

    private static SubmissionRecord RecordOf(string jobId, Attempt attempt, SubmissionOutcome outcome, string source)
    {
        var record = new SubmissionRecord
        {
            JobId = jobId,
            Attempt = attempt.Number,
            ClientReference = attempt.ClientReference,
            Verdict = SubmissionVerdict.Unknown,
            Source = source,
        };
        return outcome switch
        {
            SubmissionOutcome.Accepted { RemoteId: null or "" } => record with
            {
                Failure = new ProviderFailure { Kind = ProviderFailureKind.UnknownOutcome, Charge = ChargeCertainty.Unknown, Message = "the vendor accepted it but named no job" },
            },
            SubmissionOutcome.Accepted a => record with { Verdict = SubmissionVerdict.Accepted, RemoteId = a.RemoteId, EstimateUsd = Believed(a.EstimateUsd) },
            SubmissionOutcome.Rejected r => record with { Verdict = SubmissionVerdict.Rejected, Failure = r.Failure },
            SubmissionOutcome.NotSent n => record with { Verdict = SubmissionVerdict.NotSent, Failure = n.Failure },
            SubmissionOutcome.Unknown u => record with { Failure = u.Failure },
            _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
        };
    }

    // An amount that no ledger could hold must not keep the remote id from being written down.
    private static decimal? Believed(decimal? estimateUsd) => estimateUsd is { } stated and >= 0m ? Math.Min(stated, AttemptCharge.LargestUsd) : null;

    [LoggerMessage(1201, LogLevel.Error, "{Provider} threw from the submit of {ClientReference}; its outcome counts as unknown.")]
    private partial void LogThrown(string provider, string clientReference, Exception exception);

    [LoggerMessage(1202, LogLevel.Error, "The outcome of {Provider} for job {JobId}, attempt {Attempt} (remote id {RemoteId}) could not be stored; trying again.")]
    private partial void LogNotRecorded(string provider, string jobId, int attempt, string? remoteId, Exception exception);

    [LoggerMessage(1206, LogLevel.Critical, "This process ends, and the store has not taken the outcome of {Provider} for job {JobId}, attempt {Attempt}. Its remote id is {RemoteId}: a paid video may be there; keep this line.")]
    private partial void LogClosing(string provider, string jobId, int attempt, string? remoteId, Exception exception);

    [LoggerMessage(1203, LogLevel.Critical, "DuplicateCharge: {Provider}, job {JobId}, attempt {Attempt} has remote id {First} and now also {Second}. Both may be charged; ask the vendor.")]
    private partial void LogDuplicate(string provider, string jobId, int attempt, string? first, string? second);

    [LoggerMessage(1205, LogLevel.Error, "The start of job {JobId}, attempt {Attempt} could not be noted on the ledger, so nothing is sent.")]
    private partial void LogNotStarted(string jobId, int attempt, Exception exception);

    [LoggerMessage(1204, LogLevel.Error, "Owner {OwnerId} cannot prove that it is alive, so it does not post.")]
    private partial void LogCannotProve(string ownerId, Exception exception);
}
