using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;

namespace VideoGen.Sdk.Tests.Workflow;

/// <summary>A first vendor whose answer was lost and who shows its job only later, and a second one that made the video.</summary>
internal static class DoubtfulRun
{
    public static async Task<TestProcess> LeaveBehindAsync(TestWorld world, VideoRequest request)
    {
        world.Add().Vendor.Then(new SubmitScript
        {
            Submit = ScriptedSubmit.AcceptAndLoseAnswer,
            HiddenLookups = 2,
            Statuses = [new() { State = ProviderJobState.Succeeded, ChargeUsd = 0.25m }],
        });
        world.Add(new ScriptedProviderOptions { Name = "second" });
        var process = world.StartProcess();
        var result = await process.GenerateAsync(request);
        Assert.Equal(("second", 0.30m), (result.Provider, result.UnverifiedUsd));
        Assert.Equal([LineState.Unverified, LineState.Charged], (await world.LinesAsync()).Select(line => line.State));
        return process;
    }
}
