using VideoGen.Sdk.Testing.Sandbox.Charges;

namespace VideoGen.Sdk.Testing.Sandbox.Tasks;

/// <summary>Moves tasks from queued over running to their end in real time, polled or not, and books what they cost.</summary>
internal sealed class TaskRunner(TimeProvider clock, TimeSpan renderTime, ChargeBook charges)
{
    private readonly TimeSpan _queueTime = renderTime / 5;

    public TimeSpan RunTime => renderTime - _queueTime;

    public void Start(SandboxTask task)
    {
        if (task.Lane is null || task.Lane.Enter(task))
        {
            Begin(task);
        }
    }

    /// <summary>Ends a task before its time. False when it had already ended.</summary>
    /// <param name="task">The task.</param>
    /// <param name="charge">Whether the vendor keeps the money.</param>
    /// <param name="first">Done before the end can be seen.</param>
    public bool Cancel(SandboxTask task, bool charge, Action? first = null)
    {
        lock (task.Gate)
        {
            if (task.IsOver)
            {
                return false;
            }

            first?.Invoke();
            Close(task, TaskState.Cancelled, charge);
        }

        After(task);
        return true;
    }

    private void Begin(SandboxTask task)
    {
        lock (task.Gate)
        {
            var wait = task.Fate == TaskFate.Stuck ? task.StuckFor : _queueTime;
            if (!task.IsOver && wait is { } until)
            {
                task.Fate = task.Fate == TaskFate.Stuck ? TaskFate.Success : task.Fate;
                task.Timer = clock.CreateTimer(_ => Step(task), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                task.Timer.Change(until, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Step(SandboxTask task)
    {
        lock (task.Gate)
        {
            if (task.Timer is null || task.IsOver)
            {
                return;
            }

            if (task.State == TaskState.Queued)
            {
                task.State = TaskState.Running;
                task.StartedAt = task.ChangedAt = clock.GetUtcNow();
                task.Timer.Change(RunTime, Timeout.InfiniteTimeSpan);
            }
            else if (task.Fate == TaskFate.Unheard)
            {
                // Nothing the vendor's documentation knows will ever be said of it.
                task.Timer.Dispose();
                task.Timer = null;
                return;
            }
            else
            {
                var failed = task.Fate is TaskFate.Moderated or TaskFate.FailedFree;
                Close(task, failed ? TaskState.Failed : TaskState.Succeeded, charge: !failed || (task.Fate == TaskFate.Moderated && task.IsModerationCharged));
            }
        }

        if (task.IsOver)
        {
            After(task);
        }
        else
        {
            task.Changed?.Invoke(task);
        }
    }

    // The charge stands before the end can be seen, so that whoever sees the end also finds the charge.
    private void Close(SandboxTask task, TaskState state, bool charge)
    {
        task.EndedAt = task.ChangedAt = clock.GetUtcNow();
        if (charge && task.AmountUsd > 0)
        {
            charges.Write(new SandboxCharge(task.Vendor, task.Id, task.ClientReference, task.AmountUsd, task.ChangedAt));
            task.Charged = true;
        }

        task.State = state;
        task.Timer?.Dispose();
        task.Timer = null;
    }

    private void After(SandboxTask task)
    {
        task.Changed?.Invoke(task);
        if (task.Lane?.Leave(task) is { } next)
        {
            Begin(next);
        }
    }
}
