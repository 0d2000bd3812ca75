using System.Collections.Concurrent;
using System.Security.Cryptography;
using VideoGen.Sdk.Testing.Sandbox.Charges;
using VideoGen.Sdk.Testing.Sandbox.Clips;
using VideoGen.Sdk.Testing.Sandbox.Faults;
using VideoGen.Sdk.Testing.Sandbox.Files;
using VideoGen.Sdk.Testing.Sandbox.Tasks;
using VideoGen.Sdk.Testing.Sandbox.Webhooks;

namespace VideoGen.Sdk.Testing.Sandbox.Hosting;

/// <summary>What all vendors of one sandbox share.</summary>
internal sealed class World : IDisposable
{
    private readonly ConcurrentDictionary<(string Vendor, string Name), Lane> _lanes = new();

    public World(VideoSandboxOptions options)
    {
        Options = options;
        Clock = options.TimeProvider;
        Runner = new TaskRunner(Clock, options.RenderTime, Charges);
        Courier = new Courier(Clock, Faults, options.LoggerFactory);
        Links = new Links(this);
    }

    public VideoSandboxOptions Options { get; }
    public TimeProvider Clock { get; }
    public FaultBook Faults { get; } = new();
    public ChargeBook Charges { get; } = new();
    public TaskBook Tasks { get; } = new();
    public ClipShelf Clips { get; } = new();
    public TaskRunner Runner { get; }
    public Courier Courier { get; }
    public Links Links { get; }
    public DateTimeOffset Now => Clock.GetUtcNow();

    public static string NewId(int bytes = 8) => RandomNumberGenerator.GetHexString(bytes * 2, lowercase: true);

    public bool Knows(string? key) => !string.IsNullOrWhiteSpace(key) && (Options.ApiKeys.Count == 0 || Options.ApiKeys.Contains(key));

    /// <summary>The running places of a vendor, or null where they are not limited.</summary>
    public Lane? LaneOf(string vendor, string name = "") => Options.Concurrency.TryGetValue(vendor, out var places)
        ? _lanes.GetOrAdd((vendor, name), _ => new Lane(places)) : null;

    /// <summary>Creates a task: from here on it runs, ends and is charged by itself.</summary>
    public void Accept(SandboxTask task)
    {
        task.CreatedAt = task.ChangedAt = Now;
        foreach (var fault in Faults.Strike(task.Vendor, SandboxOperation.Submit, FaultPoint.Birth))
        {
            Fates.Mark(task, fault);
        }

        Tasks.Add(task);
        task.Changed?.Invoke(task);
        Runner.Start(task);
    }

    /// <summary>The state a status call shows, faults included.</summary>
    public TaskState Show(SandboxTask task)
    {
        var struck = Faults.Strike(task.Vendor, SandboxOperation.Status, FaultPoint.Sight);
        return struck.Count == 0 ? Fates.Shown(task) : Fates.Shown(task, struck);
    }

    public void Reset()
    {
        Faults.Clear();
        Tasks.Clear();
        Charges.Clear();
        _lanes.Clear();
        Courier.Reset();
    }

    public void Dispose()
    {
        Tasks.Clear();
        Courier.Dispose();
    }
}
