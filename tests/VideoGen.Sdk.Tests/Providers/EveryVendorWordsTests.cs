using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Tests.Http;
using VideoGen.Sdk.Tests.Providers.Fal;
using VideoGen.Sdk.Tests.Providers.HeyGen;
using VideoGen.Sdk.Tests.Providers.Kling;
using VideoGen.Sdk.Tests.Providers.OpenAICompatible;
using VideoGen.Sdk.Tests.Providers.Pika;
using VideoGen.Sdk.Tests.Providers.Runway;

namespace VideoGen.Sdk.Tests.Providers;

/// <summary>States and codes of a job are kept with it and logged, so they tell as little as messages do, whatever a vendor or a gateway writes into them.</summary>
public sealed class EveryVendorWordsTests
{
    // The vendor, its key and prompt, and its answer to the question about a job: with the words as its state, and with the words as the code of its failure.
    private static readonly Dictionary<string, (string Key, string Prompt, Func<RawServer, IVideoProvider> At, RemoteJob Job, Func<string, string> State, Func<string, string>? Code)> Vendors = new()
    {
        ["kling"] = (KlingDesk.Key, KlingDesk.Prompt, s => KlingDesk.At(s), KlingDesk.Job(), w => $$"""{"code":0,"data":[{"id":"812001","status":"{{w}}"}]}""", null),
        ["pika"] = (PikaDesk.Key, PikaDesk.Prompt, s => PikaDesk.At(s), PikaDesk.Job(),
            w => $$"""{"id":"job_1","status":"{{w}}"}""", w => $$$"""{"id":"job_1","status":"failed","error":{"code":"{{{w}}}"}}"""),
        ["fal"] = (FalDesk.Key, FalDesk.Prompt, s => FalDesk.At(s), FalDesk.Job(), w => $$"""{"status":"{{w}}"}""", w => $$"""{"status":"COMPLETED","error":"no","error_type":"{{w}}"}"""),
        ["runway"] = (RunwayDesk.Key, RunwayDesk.Prompt, s => RunwayDesk.At(s), RunwayDesk.Job(), w => $$"""{"status":"{{w}}"}""", w => $$"""{"status":"FAILED","failureCode":"{{w}}"}"""),
        ["openai"] = (OpenAIDesk.Key, OpenAIDesk.Prompt, s => OpenAIDesk.At(s), OpenAIDesk.Job(),
            w => $$"""{"id":"video_t1","status":"{{w}}"}""", w => $$$"""{"id":"video_t1","status":"failed","error":{"code":"{{{w}}}"}}"""),
        ["heygen"] = (HeyGenDesk.Key, HeyGenDesk.Prompt, s => HeyGenDesk.At(s), HeyGenDesk.Job(),
            w => $$$"""{"data":{"id":"v1","status":"{{{w}}}"}}""", w => $$$"""{"data":{"id":"v1","status":"failed","failure_code":"{{{w}}}"}}"""),
    };

    public static TheoryData<string> Each => [.. Vendors.Keys];

    public static TheoryData<string> EachWithCodes => [.. Vendors.Where(v => v.Value.Code is not null).Select(v => v.Key)];

    [Theory]
    [MemberData(nameof(Each))]
    public async Task A_state_that_quotes_prompt_key_and_link_is_kept_without_them_and_cut(string vendor)
    {
        var status = await AskAsync(vendor, Vendors[vendor].State);

        Assert.Equal(ProviderJobState.Unknown, status.State);
        MustBeFit(vendor, status.WireState);
    }

    [Theory]
    [MemberData(nameof(EachWithCodes))]
    public async Task A_code_of_a_failure_that_quotes_prompt_key_and_link_is_kept_without_them_and_cut(string vendor)
    {
        var status = await AskAsync(vendor, Vendors[vendor].Code!);

        Assert.Equal(ProviderJobState.Failed, status.State);
        MustBeFit(vendor, status.Failure!.ProviderCode);
        MustTellNothing(vendor, status.Failure.Message);
    }

    private static async Task<ProviderJobStatus> AskAsync(string vendor, Func<string, string> body)
    {
        var (key, prompt, at, job, _, _) = Vendors[vendor];
        await using var server = RawServer.Answering((200, body($"odd '{prompt}' by {key}, see https://files.example/a.mp4?signature=abc {string.Join(' ', Enumerable.Repeat("rule 7", 50))}")));
        return await at(server).GetStatusAsync(job, TestContext.Current.CancellationToken);
    }

    private static void MustBeFit(string vendor, string? word)
    {
        Assert.InRange(word!.Length, 1, 101);
        MustTellNothing(vendor, word);
    }

    private static void MustTellNothing(string vendor, string told)
    {
        Assert.All(Vendors[vendor].Prompt.Split(' ').Where(word => word.Length > 3), word => Assert.DoesNotContain(word, told, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(Vendors[vendor].Key, told, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", told, StringComparison.Ordinal);
    }
}
