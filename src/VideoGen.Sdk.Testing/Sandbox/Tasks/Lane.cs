namespace VideoGen.Sdk.Testing.Sandbox.Tasks;

/// <summary>A limited number of running places; the rest wait in order. Thread safe.</summary>
internal sealed class Lane(int places)
{
    private readonly Lock _gate = new();
    private readonly Queue<SandboxTask> _waiting = new();
    private int _taken;
    private long _tickets;
    private long _served;

    public int Places => places;

    public bool IsFull
    {
        get
        {
            lock (_gate)
            {
                return _taken >= places;
            }
        }
    }

    public bool Enter(SandboxTask task)
    {
        lock (_gate)
        {
            if (_taken < places)
            {
                _taken++;
                task.HasPlace = true;
                return true;
            }

            task.LaneTicket = ++_tickets;
            _waiting.Enqueue(task);
            return false;
        }
    }

    /// <summary>Gives the place of a task that is over to the next in line, and returns that one.</summary>
    public SandboxTask? Leave(SandboxTask task)
    {
        lock (_gate)
        {
            if (!task.HasPlace)
            {
                return null; // it was still waiting, and will be passed over when its turn comes
            }

            task.HasPlace = false;
            while (_waiting.TryDequeue(out var next))
            {
                _served++;
                if (!next.IsOver)
                {
                    next.HasPlace = true;
                    return next;
                }
            }

            _taken--;
            return null;
        }
    }

    /// <summary>Whether the task waits for a place, and behind how many.</summary>
    public bool IsWaiting(SandboxTask task, out int ahead)
    {
        lock (_gate)
        {
            ahead = (int)Math.Max(0, task.LaneTicket - _served - 1);
            return task.LaneTicket > _served;
        }
    }
}
