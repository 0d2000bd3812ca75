using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Tests.Http;
using VideoGen.Sdk.Tests.Providers.Fal;
using VideoGen.Sdk.Tests.Providers.HeyGen;
using VideoGen.Sdk.Tests.Providers.Kling;
using VideoGen.Sdk.Tests.Providers.OpenAICompatible;
using VideoGen.Sdk.Tests.Providers.Pika;
using VideoGen.Sdk.Tests.Providers.Runway;

namespace VideoGen.Sdk.Tests.Providers;

/// <summary>What the wire does to a paid submit means the same at every vendor.</summary>
public sealed class EveryVendorSubmitTests
{
    private static readonly Dictionary<string, Func<Uri, (IVideoProvider Provider, GenerationTask Task)>> Vendors = new()
    {
        ["kling"] = at => (KlingDesk.At(at), KlingDesk.Task()),
        ["pika"] = at => (PikaDesk.At(at), PikaDesk.Task()),
        ["fal"] = at => (FalDesk.At(at), FalDesk.Task()),
        ["runway"] = at => (RunwayDesk.At(at), RunwayDesk.Task()),
        ["openai"] = at => (OpenAIDesk.At(at), OpenAIDesk.Task()),
        ["heygen"] = at => (HeyGenDesk.At(at), HeyGenDesk.Task()),
    };

    public static TheoryData<string> Each => [.. Vendors.Keys];

    public static TheoryData<string, bool> EachWay => [.. Vendors.Keys.SelectMany(v => new[] { (v, true), (v, false) })];

    [Theory]
    [MemberData(nameof(EachWay))]
    public async Task A_lost_submit_answer_is_never_posted_again(string vendor, bool isReset)
    {
        await using var server = new RawServer(call =>
        {
            (isReset ? call.Reset : (Action)call.Close)();
            return Task.CompletedTask;
        });

        Assert.IsType<SubmissionOutcome.Unknown>(await SubmitAsync(vendor, server.BaseUrl));
        Assert.Equal(1, server.Posts);
    }

    [Theory]
    [MemberData(nameof(Each))]
    public async Task A_host_that_nobody_answers_at_was_sent_nothing(string vendor) =>
        Assert.Equal(ChargeCertainty.None, Assert.IsType<SubmissionOutcome.NotSent>(await SubmitAsync(vendor, RawServer.Nobody())).Failure.Charge);

    private static async Task<SubmissionOutcome> SubmitAsync(string vendor, Uri address)
    {
        var (provider, task) = Vendors[vendor](address);
        var body = await provider.ComposeAsync(task, TestContext.Current.CancellationToken);
        return await provider.SubmitAsync(body, TestContext.Current.CancellationToken);
    }
}
