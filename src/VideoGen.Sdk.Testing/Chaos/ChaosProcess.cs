namespace VideoGen.Sdk.Testing.Chaos;

/// <summary>One simulated process: counts the writes of its stores and the calls of its other doubles over all of them, breaks the ones it was told to, and can die. Safe for use by many threads at once.</summary>
public sealed class ChaosProcess
{
    private readonly Lock gate = new();
    private readonly List<string> writes = [];
    private readonly List<string> owners = [];
    private readonly Dictionary<int, ChaosEffect> byNumber = [];
    private readonly Dictionary<(string Name, int Occurrence), ChaosEffect> byName = [];
    private readonly Dictionary<(string Name, int Occurrence), Func<Task>> pauses = [];
    private volatile bool isDead;

    /// <summary>Whether it has died.</summary>
    public bool IsDead => isDead;

    /// <summary>Whether it is cut off from its stores: everything it asks of them fails, and it may be declared dead while it lives.</summary>
    public bool IsCutOff { get; set; }

    /// <summary>The names of all writes and calls so far, in order, such as <c>jobs.Save</c>, <c>costs.Hold</c>, <c>assets.Save</c>, <c>provider.Submit</c>, <c>media.Conform</c>. Renewals of leases and noted run times are not among them: the clock decides their number.</summary>
    public IReadOnlyList<string> Writes
    {
        get
        {
            lock (gate)
            {
                return [.. writes];
            }
        }
    }

    /// <summary>The ids under which it registered as an owner, in order.</summary>
    public IReadOnlyList<string> Owners
    {
        get
        {
            lock (gate)
            {
                return [.. owners];
            }
        }
    }

    /// <summary>Breaks the write of this number, counted from 1 over all doubles of the process.</summary>
    public ChaosProcess At(int write, ChaosEffect effect)
    {
        byNumber[write] = effect;
        return this;
    }

    /// <summary>Breaks an occurrence of a write, counted from 1.</summary>
    public ChaosProcess At(string write, ChaosEffect effect, int occurrence = 1)
    {
        byName[(write, occurrence)] = effect;
        return this;
    }

    /// <summary>Holds an occurrence of a write or call up, before anything happens, until the task is done. A call that is not asynchronous blocks its thread meanwhile.</summary>
    public ChaosProcess PauseBefore(string write, Func<Task> until, int occurrence = 1)
    {
        pauses[(write, occurrence)] = until;
        return this;
    }

    /// <summary>Dies now.</summary>
    public void Die() => isDead = true;

    internal Task<T> WriteAsync<T>(string name, Func<Task<T>> write, Func<bool, Exception> fault) => CallAsync(name, write, fault, MustLive);

    // A process that is cut off from its stores still reaches everything else.
    internal Task<T> CallAsync<T>(string name, Func<Task<T>> call, Func<bool, Exception> fault) => CallAsync(name, call, fault, MustNotBeDead);

    /// <summary>The way into a call that is not asynchronous; <see cref="Leave"/> is the way out.</summary>
    internal ChaosEffect? Enter(string name, Func<bool, Exception> fault)
    {
        MustNotBeDead();
        var (effect, pause) = Next(name);
        if (pause is not null)
        {
            pause().GetAwaiter().GetResult();
            MustNotBeDead();
        }

        Before(effect, name, fault);
        return effect;
    }

    internal void Leave(ChaosEffect? effect, Func<bool, Exception> fault)
    {
        switch (effect)
        {
            case ChaosEffect.LoseAnswer:
                throw fault(true);
            case ChaosEffect.DieAfter:
                isDead = true;
                throw new ProcessDiedException();
        }
    }

    internal void Registered(string ownerId)
    {
        lock (gate)
        {
            owners.Add(ownerId);
        }
    }

    internal void MustLive()
    {
        MustNotBeDead();
        if (IsCutOff)
        {
            throw ChaosJobStore.Fault(false);
        }
    }

    internal void MustNotBeDead()
    {
        if (isDead)
        {
            throw new ProcessDiedException();
        }
    }

    private async Task<T> CallAsync<T>(string name, Func<Task<T>> call, Func<bool, Exception> fault, Action check)
    {
        check();
        var (effect, pause) = Next(name);
        if (pause is not null)
        {
            await pause().ConfigureAwait(false);
            check();
        }

        Before(effect, name, fault);
        var result = await call().ConfigureAwait(false);
        if (effect is ChaosEffect.LoseAnswer or ChaosEffect.DieAfter && result is IAsyncDisposable lost)
        {
            await lost.DisposeAsync().ConfigureAwait(false);
        }

        Leave(effect, fault);
        return result;
    }

    private void Before(ChaosEffect? effect, string name, Func<bool, Exception> fault)
    {
        switch (effect)
        {
            case ChaosEffect.Fail:
                throw fault(false);
            case ChaosEffect.Defect:
                throw new InvalidOperationException($"simulated: a defect behind {name}");
            case ChaosEffect.DieBefore:
                isDead = true;
                throw new ProcessDiedException();
        }
    }

    private (ChaosEffect? Effect, Func<Task>? Pause) Next(string name)
    {
        lock (gate)
        {
            writes.Add(name);
            var occurrence = (name, writes.Count(w => w == name));
            ChaosEffect? effect = byNumber.TryGetValue(writes.Count, out var numbered) ? numbered : byName.TryGetValue(occurrence, out var named) ? named : null;
            return (effect, pauses.GetValueOrDefault(occurrence));
        }
    }
}
