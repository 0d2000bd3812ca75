using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Testing.Sandbox;
using VideoGen.Sdk.Workflow;
using static VideoGen.Sdk.Tests.WholeApp.FaultTrial;

namespace VideoGen.Sdk.Tests.WholeApp;

/// <summary>A paid file that comes badly, at every vendor: fetched again while there is hope, and never given up in silence.</summary>
public sealed class BadFileTests
{
    public static TheoryData<string, SandboxFaultKind> BadFiles => Each(SandboxFaultKind.ExpiredLink, SandboxFaultKind.Truncated, SandboxFaultKind.Endless, SandboxFaultKind.WrongType);

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task A_file_that_comes_badly_is_fetched_again(string vendor, SandboxFaultKind kind)
    {
        await using var app = await StartAsync(vendor);
        app.Fault(vendor, SandboxOperation.Download, kind, new FaultSchedule.Next(1));

        var (result, thrown) = await TryAsync(app);

        Assert.Null(thrown);
        Assert.Single(app.Sandbox.Charges);
        await MustHoldAsync(app, result, thrown);
    }

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task A_file_that_never_comes_whole_is_left_to_a_person_and_stays_booked(string vendor, SandboxFaultKind kind)
    {
        await using var app = await StartAsync(vendor);
        app.Fault(vendor, SandboxOperation.Download, kind);

        var (result, thrown) = await TryAsync(app);

        Assert.IsType<NeedsAttentionException>(thrown);
        Assert.Equal(LineState.Charged, Assert.Single(await app.LinesAsync()).State);
        await MustHoldAsync(app, result, thrown);
    }
}
