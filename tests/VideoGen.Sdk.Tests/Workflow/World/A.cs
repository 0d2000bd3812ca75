namespace VideoGen.Sdk.Tests.Workflow.World;

/// <summary>Usual things.</summary>
internal static class A
{
    public static VideoRequest Request { get; } = new()
    {
        Prompt = "a red fox in the snow",
        Duration = TimeSpan.FromSeconds(5),
        IdempotencyKey = "fox",
    };
}
