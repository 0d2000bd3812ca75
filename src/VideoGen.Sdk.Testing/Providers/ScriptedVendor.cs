using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Testing.Providers;

/// <summary>A vendor with a truth of its own: what it accepted and what it charged. Several providers, as in several processes, may share one. Safe for use by many threads at once.</summary>
/// <param name="timeProvider">The vendor's clock.</param>
public sealed class ScriptedVendor(TimeProvider timeProvider)
{
    private readonly Lock gate = new();
    private readonly List<ScriptedJob> jobs = [];
    private readonly Dictionary<string, ScriptedJob> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ScriptedJob>> byReference = new(StringComparer.Ordinal);
    private readonly Queue<SubmitScript> scripts = new();
    private int posts;

    /// <summary>The fate of submissions for which nothing else was queued.</summary>
    public SubmitScript Default { get; set; } = new();

    /// <summary>Whether every free call (status, look-up, cancel, upload, download) fails now.</summary>
    public bool IsDown { get; set; }

    /// <summary>Called at the moment a request arrives, before its fate is decided; tests stop the world here.</summary>
    public Func<SubmissionBody, Task>? OnSubmit { get; set; }

    /// <summary>Called while an input is uploaded; tests stop the world here.</summary>
    public Func<Task>? OnUpload { get; set; }

    /// <summary>Called at each status request.</summary>
    public Func<Task>? OnStatus { get; set; }

    /// <summary>Called at each cancel request; one that throws is a cancel that fails.</summary>
    public Func<Task>? OnCancel { get; set; }

    /// <summary>Requests that reached the vendor or were lost on the way, replays included.</summary>
    public int Posts => Volatile.Read(ref posts);

    /// <summary>Every job that was accepted, in order.</summary>
    public IReadOnlyList<ScriptedJob> Jobs
    {
        get
        {
            lock (gate)
            {
                return [.. jobs];
            }
        }
    }

    /// <summary>All that this vendor takes, in USD.</summary>
    public decimal ChargedUsd => Jobs.Sum(j => j.ChargedUsd);

    /// <summary>Queues the fates of the next submissions.</summary>
    public ScriptedVendor Then(params SubmitScript[] next)
    {
        lock (gate)
        {
            foreach (var script in next)
            {
                scripts.Enqueue(script);
            }
        }

        return this;
    }

    /// <summary>Accepts a request past every script, as if it had come another way.</summary>
    public ScriptedJob Accept(SubmissionBody body, SubmitScript? script = null)
    {
        lock (gate)
        {
            var fate = script ?? Default;
            var job = new ScriptedJob(fate.RemoteId is { Length: > 0 } id ? id : $"remote-{jobs.Count + 1}", body, fate, timeProvider.GetUtcNow());
            jobs.Add(job);
            // Of several with one id the first is found: a script may well say so.
            byId.TryAdd(job.RemoteId, job);
            if (!byReference.TryGetValue(job.ClientReference, out var same))
            {
                byReference[job.ClientReference] = same = [];
            }

            same.Add(job);
            return job;
        }
    }

    internal async Task<(SubmitScript Script, ScriptedJob? Job)> SubmitAsync(SubmissionBody body, TimeSpan? replayWindow)
    {
        if (OnSubmit is { } watch)
        {
            await watch(body).ConfigureAwait(false);
        }

        lock (gate)
        {
            if (Replayed(body, replayWindow) is { } first)
            {
                posts++;
                return (first.Script.When(ScriptedSubmit.Accept), first);
            }

            var script = scripts.TryDequeue(out var next) ? next : Default;
            posts += script.Submit == ScriptedSubmit.NotSent ? 0 : 1;
            if (script.Submit is not (ScriptedSubmit.Accept or ScriptedSubmit.AcceptAndLoseAnswer or ScriptedSubmit.AcceptAndThrow))
            {
                return (script, null);
            }

            return (script, Accept(body, script));
        }
    }

    internal ScriptedJob? Find(string remoteId)
    {
        lock (gate)
        {
            return byId.GetValueOrDefault(remoteId);
        }
    }

    internal IReadOnlyList<ScriptedJob> FindByReference(string clientReference)
    {
        lock (gate)
        {
            return [.. byReference.GetValueOrDefault(clientReference, [])];
        }
    }

    private ScriptedJob? Replayed(SubmissionBody body, TimeSpan? window) => window is { } open && body.IdempotencyKey is { } key
        ? jobs.Find(j => j.Body.IdempotencyKey == key && timeProvider.GetUtcNow() - j.AcceptedAt < open && j.Body.Content.Span.SequenceEqual(body.Content.Span))
        : null;
}
