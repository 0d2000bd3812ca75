namespace VideoGen.Sdk.Testing.Sandbox.Tasks;

/// <summary>How a task will end, settled when it is created.</summary>
internal enum TaskFate
{
    Success,
    Stuck,
    Moderated,
    FailedFree,
    Unheard,
    NoOutput,
}
