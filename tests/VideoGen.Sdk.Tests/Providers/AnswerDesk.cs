using VideoGen.Sdk.Contracts.Providers;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers;

/// <summary>Submits once to a vendor that gives one and the same answer to everything.</summary>
internal static class AnswerDesk
{
    public static async Task<SubmitTrial> TryAsync(int status, string body, Func<RawServer, IVideoProvider> at, GenerationTask task)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var server = RawServer.Answering((status, body));
        var provider = at(server);
        var outcome = await provider.SubmitAsync(await provider.ComposeAsync(task, stop), stop);
        return new SubmitTrial(outcome, provider.CheckReadiness(), server.Requests.Count);
    }
}
