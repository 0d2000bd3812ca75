using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>Gathers jobs to be made and writes them together, their answers in order.</summary>
/// <param name="store">The store.</param>
/// <param name="settle">What becomes of an answer: a conflict may be thrown, or turn out to be none.</param>
internal sealed class JobBatch(IJobStore store, Func<NewJob, CreateJobResult, Task<CreateJobResult>> settle)
{
    private const int AtOnce = 500;

    private readonly List<CreateJobResult?> results = [];
    private readonly List<(int Place, NewJob NewJob)> waiting = [];

    public IReadOnlyList<CreateJobResult> Results => [.. results.Select(result => result!)];

    public Task AddAsync(CreateJobResult known)
    {
        results.Add(known);
        return Task.CompletedTask;
    }

    public async Task AddAsync(NewJob newJob)
    {
        waiting.Add((results.Count, newJob));
        results.Add(null);
        if (waiting.Count == AtOnce)
        {
            await WriteAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Writes what waits. Not to be cancelled: what came before a refusal stays.</summary>
    public async Task WriteAsync()
    {
        while (waiting.Count > 0)
        {
            var written = waiting.ToArray();
            waiting.Clear();
            var answers = await store.CreateManyAsync([.. written.Select(one => one.NewJob)], CancellationToken.None).ConfigureAwait(false);
            for (var i = 0; i < answers.Count; i++)
            {
                results[written[i].Place] = await settle(written[i].NewJob, answers[i]).ConfigureAwait(false);
            }

            // After a conflict that was none the rest is still to be made.
            waiting.AddRange(written.Skip(answers.Count));
        }
    }
}
