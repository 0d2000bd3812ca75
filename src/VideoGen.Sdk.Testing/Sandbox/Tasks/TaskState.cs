namespace VideoGen.Sdk.Testing.Sandbox.Tasks;

/// <summary>Where a task stands; each vendor spells these in its own words.</summary>
internal enum TaskState
{
    Queued,
    Running,
    Succeeded,
    Failed,
    Cancelled,

    /// <summary>Only ever shown: a word no documentation knows.</summary>
    Unheard,
}
