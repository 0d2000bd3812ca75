namespace VideoGen.Sdk.Tests.Workflow.World;

/// <summary>Gives others their turn until something is so, without letting time pass. Turns are bounded: what never comes is a failure with a stack trace, not a run that hangs.</summary>
internal static class Turns
{
    private const int Most = 20_000_000;

    public static Task UntilAsync(Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()));

    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var turn = 0; !await isSo(); turn++)
        {
            Assert.True(turn < Most, "what was waited for never came");
            await Task.Yield();
        }
    }
}
