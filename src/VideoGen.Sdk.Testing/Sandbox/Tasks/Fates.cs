using Kind = VideoGen.Sdk.Testing.Sandbox.SandboxFaultKind;

namespace VideoGen.Sdk.Testing.Sandbox.Tasks;

/// <summary>How faults bend a task's way and what is said about it.</summary>
internal static class Fates
{
    public static void Mark(SandboxTask task, SandboxFault fault)
    {
        task.Fate = fault.Kind switch
        {
            Kind.Stuck => TaskFate.Stuck,
            Kind.ModeratedCharged => TaskFate.Moderated,
            Kind.FailedFree => TaskFate.FailedFree,
            Kind.UnknownState => TaskFate.Unheard,
            Kind.NoOutput => TaskFate.NoOutput,
            _ => task.Fate,
        };
        task.StuckFor = fault.Kind == Kind.Stuck ? fault.Duration : task.StuckFor;
        if (Faults.FaultReach.IsFile(fault.Kind) || Faults.FaultReach.IsWebhook(fault.Kind))
        {
            task.Flaws.Add(fault);
        }
    }

    public static TaskState Shown(SandboxTask task) => task.Fate == TaskFate.Unheard && !task.IsOver && task.State != TaskState.Queued ? TaskState.Unheard
        : task.State;

    /// <summary>A status call under faults: some change the task for good, some only what this one answer says.</summary>
    public static TaskState Shown(SandboxTask task, IReadOnlyList<SandboxFault> struck)
    {
        var shown = Shown(task);
        foreach (var fault in struck)
        {
            lock (task.Gate)
            {
                switch (fault.Kind)
                {
                    case Kind.Stuck:
                        return TaskState.Queued;
                    case Kind.UnknownState:
                        return TaskState.Unheard;
                    case Kind.NoOutput when task.State == TaskState.Succeeded || !task.IsOver:
                    case Kind.ModeratedCharged or Kind.FailedFree when !task.IsOver && task.Fate != TaskFate.Stuck:
                    case Kind.Truncated or Kind.Endless or Kind.WrongType:
                        Mark(task, fault);
                        break;
                }
            }
        }

        return shown;
    }
}
