using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>Reads signals, those of many jobs in one question: what is asked for while enough questions are under way is asked together next. Every answer was read after it was asked for.</summary>
internal sealed class SignalReads(IJobStore store)
{
    // A second one, so that a question which hangs does not hold up every job of the process.
    private const int MostAtOnce = 2;

    private readonly Lock gate = new();
    private int asking;
    private Question? next;

    /// <summary>The signals left for a job.</summary>
    public Task<JobSignals> OfAsync(string jobId)
    {
        Question joined;
        lock (gate)
        {
            if (asking < MostAtOnce)
            {
                asking++;
                return AskAloneAsync(jobId);
            }

            joined = next ??= new Question();
            joined.JobIds.Add(jobId);
        }

        return joined.OfAsync(jobId);
    }

    private async Task<JobSignals> AskAloneAsync(string jobId)
    {
        try
        {
            return await store.GetSignalsAsync(jobId, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _ = AskNextAsync();
        }
    }

    private async Task AskNextAsync()
    {
        while (TakeNext() is { } question)
        {
            try
            {
                question.Answer.SetResult(await store.GetSignalsAsync(question.JobIds, CancellationToken.None).ConfigureAwait(false));
            }
            catch (Exception e)
            {
                // Everyone who asked is told; whether it is worth waiting is theirs to say.
                question.Answer.SetException(e);
            }
        }
    }

    private Question? TakeNext()
    {
        lock (gate)
        {
            var question = next;
            next = null;
            asking -= question is null ? 1 : 0;
            return question;
        }
    }

    private sealed class Question
    {
        public HashSet<string> JobIds { get; } = new(StringComparer.Ordinal);

        public TaskCompletionSource<IReadOnlyDictionary<string, JobSignals>> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task<JobSignals> OfAsync(string jobId) => (await Answer.Task.ConfigureAwait(false)).GetValueOrDefault(jobId) ?? new JobSignals();
    }
}
