using System.Collections.Concurrent;

namespace VideoGen.Sdk.Testing.Sandbox.Tasks;

/// <summary>Every task by vendor and id, and by the app's own reference. Thread safe.</summary>
internal sealed class TaskBook
{
    private readonly ConcurrentDictionary<(string Vendor, string Id), SandboxTask> _byId = new();
    private readonly ConcurrentDictionary<(string Vendor, string Reference), SandboxTask> _byReference = new();

    public void Add(SandboxTask task)
    {
        _byId[(task.Vendor, task.Id)] = task;
        if (task.ClientReference is { } reference)
        {
            _byReference.TryAdd((task.Vendor, reference), task);
        }
    }

    public T? Find<T>(string vendor, string id)
        where T : SandboxTask => FindEvenDeleted<T>(vendor, id) is { IsDeleted: false } task ? task : null;

    /// <summary>For accounts: a charge outlives its task.</summary>
    public T? FindEvenDeleted<T>(string vendor, string id)
        where T : SandboxTask => _byId.GetValueOrDefault((vendor, id)) as T;

    public T? FindByReference<T>(string vendor, string reference)
        where T : SandboxTask => _byReference.GetValueOrDefault((vendor, reference)) is T { IsDeleted: false } task ? task : null;

    /// <summary>A vendor's tasks, newest first.</summary>
    public IEnumerable<T> Of<T>(string vendor)
        where T : SandboxTask => _byId.Values.Where(task => task.Vendor == vendor && !task.IsDeleted).OfType<T>().OrderByDescending(task =>
            task.CreatedAt).ThenByDescending(task => task.Id);

    /// <summary>Whether any task moves on by itself.</summary>
    public bool IsAnyMoving => _byId.Values.Any(task =>
    {
        lock (task.Gate)
        {
            return task.Timer is not null;
        }
    });

    public void Clear()
    {
        foreach (var task in _byId.Values)
        {
            lock (task.Gate)
            {
                task.Timer?.Dispose();
                task.Timer = null;
                task.Changed = null;
            }
        }

        _byId.Clear();
        _byReference.Clear();
    }
}
