using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using VideoGen.Sdk.Peers;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Kling;

namespace VideoGen.Sdk.Flight;

/// <summary>Status requests of Kling's client to the sandbox, beside a bare HttpClient that reads the same answers.</summary>
internal static class HttpPolls
{
    private const string Key = "sandbox-needs-no-key";
    private const int Callers = 8;
    private const int Polls = 8_000;

    public static async Task<string> MeasureAsync()
    {
        using var sandbox = await Task.Run(SandboxProcess.StartAsync);
        var address = new Uri(sandbox.Url, "kling");
        var kling = KlingProvider.Create(Key, options => (options.BaseUrl, options.AllowLoopback) = (address, true));
        var spec = new GenerationSpec { Model = "kling-3.0", Prompt = "a lighthouse in the rain", Duration = TimeSpan.FromSeconds(5), AspectRatio = AspectRatio.Landscape, Resolution = VideoResolution.FullHd };
        var body = await kling.ComposeAsync(new GenerationTask { Spec = spec, ClientReference = "vg-flight" });
        var outcome = await kling.SubmitAsync(body);
        var id = outcome is SubmissionOutcome.Accepted accepted ? accepted.RemoteId : throw new InvalidOperationException($"The sandbox answered {outcome}.");
        var job = new RemoteJob { RemoteId = id, Route = body.Route, Model = spec.Model, ClientReference = body.ClientReference, Spec = spec };
        using var bare = new HttpClient();
        bare.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        var same = new Uri($"{address}/tasks?task_ids={id}");

        await OfAsync(LookAsync, Polls / 4);
        await OfAsync(ReadAsync, Polls / 4);
        var (ours, raw) = (await OfAsync(LookAsync, Polls), await OfAsync(ReadAsync, Polls));
        return string.Create(CultureInfo.InvariantCulture, $"{ours.CpuEach.TotalMicroseconds:n0} µs of processor a poll, {raw.CpuEach.TotalMicroseconds:n0} µs with a bare HttpClient ({ours.CpuEach / raw.CpuEach:n2} times); {ours.PerSecond:n0} and {raw.PerSecond:n0} a second by {Callers} callers");

        async Task LookAsync()
        {
            if ((await kling.GetStatusAsync(job)).IsEnded)
            {
                throw new InvalidOperationException("The video ended while it was waited for.");
            }
        }

        async Task ReadAsync()
        {
            await using var answer = await bare.GetStreamAsync(same);
            using var document = await JsonDocument.ParseAsync(answer);
        }
    }

    private static Task<Rate> OfAsync(Func<Task> look, int polls) => Rate.OfAsync(polls, Callers, async _ =>
    {
        for (var done = 0; done < polls / Callers; done++)
        {
            await look();
        }
    });
}
