using VideoGen.Sdk.Providers;
using Xunit;

namespace VideoGen.Sdk.Contracts.Providers;

/// <summary>Every MUST of <see cref="IVideoProvider"/>. Derive it once per implementation.</summary>
public abstract partial class VideoProviderContract
{
    private const string Reference = "vg-0123456789abcdef0123456789abcdef";

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A provider with a fresh vendor.</summary>
    protected abstract IProviderDesk CreateDesk();

    [Fact]
    public async Task A_descriptor_is_the_same_on_every_call_and_names_are_lower_case()
    {
        await using var desk = CreateDesk();
        var descriptor = desk.Provider.Descriptor;

        Assert.Equal(descriptor, desk.Provider.Descriptor);
        Assert.Matches("^[a-z0-9-]+$", descriptor.Name);
        Assert.Matches("^[a-z0-9-]+$", descriptor.Account);
        Assert.True(descriptor.PollFloor > TimeSpan.Zero);
        Assert.True(descriptor.SubmitDeadline > TimeSpan.Zero);
        Assert.False(descriptor is { IsPaid: true, IsSubmitRepeatable: true }, "a paid submit is never simply repeated");
    }

    [Fact]
    public async Task Readiness_estimate_and_compose_touch_no_network()
    {
        await using var desk = CreateDesk();
        desk.Provider.CheckReadiness();
        desk.Provider.Estimate(desk.Spec, desk.Model);
        await desk.Provider.ComposeAsync(TaskOf(desk), Stop);

        Assert.True(desk.Requests is null or 0);
    }

    [Fact]
    public async Task A_ready_provider_says_so_and_gives_no_reason()
    {
        await using var desk = CreateDesk();

        Assert.Equal(ProviderReadiness.Ready, desk.Provider.CheckReadiness());
    }

    [Fact]
    public async Task An_estimate_is_at_or_above_the_charge()
    {
        await using var desk = CreateDesk();
        var estimate = desk.Provider.Estimate(desk.Spec, desk.Model).Usd;
        var ended = await EndedAsync(desk, await AcceptedAsync(desk));

        Assert.Equal(ProviderJobState.Succeeded, ended.State);
        Assert.True(ended.ChargeUsd is null || estimate >= ended.ChargeUsd, $"estimated {estimate}, charged {ended.ChargeUsd}");
        Assert.True(desk.Provider.Descriptor.IsPaid || estimate == 0m);
    }

    [Fact]
    public async Task The_same_task_composes_the_same_bytes()
    {
        await using var desk = CreateDesk();
        var first = await desk.Provider.ComposeAsync(TaskOf(desk), Stop);
        var second = await desk.Provider.ComposeAsync(TaskOf(desk), Stop);

        Assert.Equal(first.Content.ToArray(), second.Content.ToArray());
        Assert.Equal(first with { Content = default }, second with { Content = default });
        Assert.Equal(Reference, first.ClientReference);
        Assert.NotEmpty(first.Route);
        Assert.NotEmpty(first.Model);
    }

    [Fact]
    public async Task What_may_be_replayed_has_a_key_or_is_free_to_repeat()
    {
        await using var desk = CreateDesk();
        var body = await desk.Provider.ComposeAsync(TaskOf(desk), Stop);

        Assert.True(!body.IsReplayable || body.IdempotencyKey is not null || desk.Provider.Descriptor.IsSubmitRepeatable);
        Assert.True(!body.IsReplayable || desk.Provider.Descriptor is { ReplayWindow: not null } or { IsSubmitRepeatable: true });
    }

    [Fact]
    public async Task Many_threads_at_once_get_a_job_each()
    {
        await using var desk = CreateDesk();
        var ids = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => AcceptedAsync(desk, $"vg-{i:d32}"), Stop)));

        Assert.True(desk.Provider.Descriptor.IsSubmitRepeatable || ids.Select(j => j.RemoteId).Distinct().Count() == ids.Length);
    }

    [Fact]
    public async Task A_rotated_key_takes_effect_without_a_restart()
    {
        await using var desk = CreateDesk();
        await AcceptedAsync(desk);
        Assert.Equal(desk.HasKey, desk.Secrets.Count > 0);
        if (desk.HasKey)
        {
            string[] before = [.. desk.Secrets];
            Assert.True(desk.RotateKey(), "a desk with a key must be able to rotate it");
            Assert.NotEqual(before, desk.Secrets);
            await AcceptedAsync(desk, "vg-after-rotation");
        }
    }

    // A desk that answers "cannot" everywhere would pass without proving anything.
    private static bool IsBroken(IProviderDesk desk, VendorFault fault)
    {
        Assert.Equal((desk.HasWire, desk.HasWire), (desk.Requests is not null, desk.Posts is not null));
        Assert.True(!desk.HasWire || desk.Break(fault), $"a desk with a wire must be able to break it: {fault}");
        return desk.HasWire;
    }

    private static GenerationTask TaskOf(IProviderDesk desk, string reference = Reference) => new() { Spec = desk.Spec, ClientReference = reference };

    private static async Task<RemoteJob> AcceptedAsync(IProviderDesk desk, string reference = Reference)
    {
        var body = await desk.Provider.ComposeAsync(TaskOf(desk, reference), Stop);
        var accepted = Assert.IsType<SubmissionOutcome.Accepted>(await desk.Provider.SubmitAsync(body, Stop));
        Assert.NotEmpty(accepted.RemoteId);
        return new RemoteJob { RemoteId = accepted.RemoteId, Route = body.Route, Model = body.Model, ClientReference = reference, Spec = desk.Spec };
    }

    private static async Task<ProviderJobStatus> EndedAsync(IProviderDesk desk, RemoteJob job)
    {
        for (var looks = 0; looks < 200; looks++)
        {
            if (await desk.Provider.GetStatusAsync(job, Stop) is { IsEnded: true } ended)
            {
                return ended;
            }
        }

        throw new InvalidOperationException("the job never ends");
    }
}
