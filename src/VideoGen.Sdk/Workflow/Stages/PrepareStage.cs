using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow.Stages;

/// <summary>Brings the inputs to where the vendor can read them. Uploads are free, so they may be repeated.</summary>
internal sealed class PrepareStage(ProviderRegistry registry, JobInputs inputs, AttemptMoney money, TimeProvider timeProvider) : IStage
{
    private const int MaxTries = 3;

    public async Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        var (job, attempt) = (context.Job, context.Attempt);
        if (registry.Find(attempt.Provider, attempt.Account) is not { } registration)
        {
            return await GiveUpAsync(job, attempt, Missing(attempt)).ConfigureAwait(false);
        }

        var media = inputs.Open(job.Request);
        if (media.Count == attempt.Inputs.Count && attempt.Inputs.All(i => i.ExpiresAt is null || i.ExpiresAt > timeProvider.GetUtcNow()))
        {
            return new StageResult.Advance(job);
        }

        try
        {
            var prepared = new List<PreparedInput>(media.Count);
            foreach (var input in media)
            {
                prepared.Add(await registration.Provider.PrepareInputAsync(input, cancellationToken).ConfigureAwait(false));
                context.Report((double)prepared.Count / media.Count);
            }

            return new StageResult.Advance(job.WithAttempt(attempt with { Inputs = prepared }));
        }
        catch (ProviderCallException e) when (e.Failure is { Kind: ProviderFailureKind.Transient or ProviderFailureKind.RateLimited or ProviderFailureKind.Timeout } && job.Tries < MaxTries)
        {
            var rest = Backoff.Full(job.Tries + 1, TimeSpan.FromSeconds(30));
            return new StageResult.RetryLater(job with { Tries = job.Tries + 1 }, e.Failure.RetryAfter is { } asked && asked > rest ? asked : rest, $"an input could not be uploaded: {e.Failure.Message}");
        }
        catch (AssetStoreException e)
        {
            return (StageResult?)InputTrouble.Again(job, e) ?? InputTrouble.End(await money.WithdrawAsync(job, attempt, InputTrouble.FailureOf(e), "an input cannot be read").ConfigureAwait(false), e);
        }
        catch (ProviderCallException e)
        {
            return await GiveUpAsync(job, attempt, e.Failure ?? Missing(attempt)).ConfigureAwait(false);
        }
    }

    private async Task<StageResult> GiveUpAsync(VideoJob job, Attempt attempt, ProviderFailure failure)
    {
        // Repeating the upload was this stage's affair; the account is left out from here on.
        var final = failure with { Kind = failure.Kind is ProviderFailureKind.Transient or ProviderFailureKind.RateLimited or ProviderFailureKind.Timeout ? ProviderFailureKind.NotSupported : failure.Kind };
        var closed = await money.WithdrawAsync(job, attempt, final, "inputs could not be prepared").ConfigureAwait(false);
        return failure.Kind == ProviderFailureKind.InvalidRequest
            ? new StageResult.Fail(closed, JobFailureKind.InvalidRequest, failure.Message, failure)
            : new StageResult.NextProvider(closed, failure.Message);
    }

    private static ProviderFailure Missing(Attempt attempt) =>
        new() { Kind = ProviderFailureKind.NotSupported, Message = $"{attempt.Provider}/{attempt.Account} is not registered in this process" };
}
