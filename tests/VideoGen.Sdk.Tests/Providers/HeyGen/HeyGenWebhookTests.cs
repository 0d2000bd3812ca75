using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.HeyGen;
using VideoGen.Sdk.Testing;
using VideoGen.Sdk.Testing.Sandbox;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.HeyGen;

/// <summary>Deliveries as the sandbox really sends and signs them.</summary>
public sealed class HeyGenWebhookTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("clip", false)]
    [InlineData("presenter", false)]
    [InlineData("presenter", true)]
    [InlineData("template", false)]
    [InlineData("agent", true)]
    public async Task A_delivery_to_the_endpoint_or_to_the_jobs_own_address_names_the_job(string product, bool isOwnAddress)
    {
        var (reading, job, deliveries) = await DeliverAsync(SpecOf(product), isOwnAddress, null);

        Assert.Equal((CallbackVerdict.Verified, HeyGenDesk.Reference, job.RemoteId), (reading.Verdict, reading.ClientReference, reading.RemoteId));
        Assert.Equal(product == "clip" ? null : ProviderJobState.Succeeded, reading.State);
        Assert.NotNull(reading.EventId);
        Assert.Single(deliveries);
    }

    [Fact]
    public async Task An_unsigned_delivery_is_a_hint_and_a_repeated_one_has_the_same_id()
    {
        var (unsigned, _, _) = await DeliverAsync(SpecOf("presenter"), isOwnAddress: true, SandboxFaultKind.WebhookUnsigned);
        var (twice, _, deliveries) = await DeliverAsync(SpecOf("presenter"), isOwnAddress: true, SandboxFaultKind.WebhookDuplicate, count: 2);

        Assert.Equal((CallbackVerdict.Unsigned, null), (unsigned.Verdict, unsigned.EventId));
        Assert.All(deliveries, d => Assert.Equal(twice.EventId, d.EventId));
        Assert.Equal(2, deliveries.Count);
    }

    private static async Task<(CallbackReading First, RemoteJob Job, IReadOnlyList<CallbackReading> All)> DeliverAsync(GenerationSpec spec, bool isOwnAddress, SandboxFaultKind? fault, int count = 1)
    {
        var arrived = new SemaphoreSlim(0);
        await using var hook = new RawServer(async c =>
        {
            await c.AnswerAsync(200, "");
            arrived.Release();
        });
        await using var sandbox = await VideoSandbox.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromMilliseconds(50) }, Token);
        var options = new HeyGenOptions();
        var heygen = HeyGenDesk.At(sandbox);
        if (fault is { } kind)
        {
            sandbox.AddFault(new SandboxFault { Kind = kind, Operation = SandboxOperation.Webhook });
        }

        options.WebhookSecrets.Add(isOwnAddress ? VideoSandboxOptions.DefaultWebhookSecret : (await heygen.RegisterWebhookAsync(new Uri(hook.BaseUrl, "hook"), Token)).Secret!);
        var body = await heygen.ComposeAsync(HeyGenDesk.Task(spec) with { CallbackUrl = isOwnAddress ? new Uri(hook.BaseUrl, "hook/" + HeyGenDesk.Reference) : null }, Token);
        var job = HeyGenDesk.JobOf(body, Assert.IsType<SubmissionOutcome.Accepted>(await heygen.SubmitAsync(body, Token)).RemoteId, spec);
        for (var i = 0; i < count; i++)
        {
            Assert.True(await arrived.WaitAsync(TimeSpan.FromSeconds(30), Token));
        }

        var callback = new HeyGenCallback(() => options, TimeProvider.System);
        var all = new List<CallbackReading>();
        foreach (var request in hook.Requests)
        {
            all.Add(await callback.ReadAsync(new CallbackDelivery { Body = request.Body, Headers = request.Headers, ReceivedAt = TimeProvider.System.GetUtcNow() }, Token));
        }

        return (all[0], job, all);
    }

    private static GenerationSpec SpecOf(string product) => product switch { "presenter" => HeyGenDesk.Presenter(), "template" => HeyGenDesk.Template(), "agent" => HeyGenDesk.Agent(), _ => HeyGenDesk.Clip() };
}
