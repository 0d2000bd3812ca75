using System.Security.Cryptography;
using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Chaos;
using VideoGen.Sdk.Testing.Providers;

namespace VideoGen.Sdk.Tests.Doubles;

/// <summary>Every point of the doubles that are no stores: it fails before its effect, loses the answer after it, is held up, and dies.</summary>
public sealed class ChaosSeamTests
{
    private readonly CountingSeams seams = new();

    public static TheoryData<string, Type> Points => new()
    {
        { "budgets.LimitsFor", typeof(InvalidOperationException) },
        { "payloads.Protect", typeof(CryptographicException) },
        { "payloads.Unprotect", typeof(CryptographicException) },
        { "signatures.IsValidEd25519", typeof(CryptographicException) },
        { "callbacks.Read", typeof(ProviderCallException) },
        { "media.Probe", typeof(MediaException) },
        { "media.Conform", typeof(MediaException) },
        { "media.CreateThumbnail", typeof(MediaException) },
        { "provider.PrepareInput", typeof(ProviderCallException) },
        { "provider.Compose", typeof(ProviderCallException) },
        { "provider.GetStatus", typeof(ProviderCallException) },
        { "provider.Find", typeof(ProviderCallException) },
        { "provider.Cancel", typeof(ProviderCallException) },
        { "provider.OpenOutput", typeof(ProviderCallException) },
    };

    [Theory]
    [MemberData(nameof(Points))]
    public async Task A_point_breaks_before_or_after_its_effect(string point, Type fault)
    {
        foreach (var (effect, thrown, seen) in new[]
        {
            (ChaosEffect.Fail, fault, 0), (ChaosEffect.LoseAnswer, fault, 1), (ChaosEffect.Defect, typeof(InvalidOperationException), 0),
            (ChaosEffect.DieBefore, typeof(ProcessDiedException), 0), (ChaosEffect.DieAfter, typeof(ProcessDiedException), 1),
        })
        {
            seams.Calls = 0;
            var process = new ChaosProcess().At(point, effect);
            Assert.IsType(thrown, await Record.ExceptionAsync(() => CallAsync(point, process)));
            Assert.Equal(seen, seams.Calls);
            Assert.Equal([point], process.Writes);
        }
    }

    [Theory]
    [MemberData(nameof(Points))]
    public async Task A_point_is_held_up_before_its_effect_and_a_dead_process_asks_nothing(string point, Type fault)
    {
        Assert.NotNull(fault);
        var seenInPause = -1;
        var process = new ChaosProcess { IsCutOff = true }.PauseBefore(point, () =>
        {
            seenInPause = seams.Calls;
            return Task.CompletedTask;
        });
        await CallAsync(point, process);
        Assert.Equal((0, 1), (seenInPause, seams.Calls));

        process.Die();
        await Assert.ThrowsAsync<ProcessDiedException>(() => CallAsync(point, process));
        Assert.Equal(1, seams.Calls);
    }

    [Fact]
    public async Task A_submit_that_breaks_says_how_far_it_came_and_never_throws()
    {
        var clock = new FakeTimeProvider();
        var vendor = new ScriptedVendor(clock);
        var process = new ChaosProcess().At("provider.Submit", ChaosEffect.Fail).At("provider.Submit", ChaosEffect.LoseAnswer, 2);
        var provider = new ChaosVideoProvider(new ScriptedVideoProvider(new ScriptedProviderOptions(), vendor, clock), process);
        var spec = new GenerationSpec { Model = "model", Prompt = "a", Duration = TimeSpan.FromSeconds(5) };
        var body = await provider.ComposeAsync(new GenerationTask { Spec = spec, ClientReference = "vg-1" }, TestContext.Current.CancellationToken);

        Assert.IsType<SubmissionOutcome.NotSent>(await provider.SubmitAsync(body, TestContext.Current.CancellationToken));
        Assert.Equal(0, vendor.Posts);
        Assert.IsType<SubmissionOutcome.Unknown>(await provider.SubmitAsync(body, TestContext.Current.CancellationToken));
        Assert.Equal(1, vendor.Posts);
        Assert.IsType<SubmissionOutcome.Accepted>(await provider.SubmitAsync(body, TestContext.Current.CancellationToken));
    }

    private async Task CallAsync(string point, ChaosProcess process)
    {
        var stop = TestContext.Current.CancellationToken;
        var (provider, media, payloads) = (new ChaosVideoProvider(seams, process), new ChaosMediaProcessor(seams, process), new ChaosPayloadProtector(seams, process));
        await (point switch
        {
            "budgets.LimitsFor" => Task.FromResult<object?>(new ChaosBudgetGuard(seams, process).LimitsFor(null!)),
            "payloads.Protect" => Task.FromResult<object?>(payloads.Protect([])),
            "payloads.Unprotect" => Task.FromResult<object?>(payloads.Unprotect([])),
            "signatures.IsValidEd25519" => Task.FromResult<object?>(new ChaosSignatureVerifier(seams, process).IsValidEd25519([], [], [])),
            "callbacks.Read" => new ChaosProviderCallback(seams, process).ReadAsync(null!, stop).AsTask(),
            "media.Probe" => media.ProbeAsync("a", stop),
            "media.Conform" => media.ConformAsync(null!, null, stop),
            "media.CreateThumbnail" => media.CreateThumbnailAsync("a", "b", stop),
            "provider.PrepareInput" => provider.PrepareInputAsync(null!, stop),
            "provider.Compose" => provider.ComposeAsync(null!, stop).AsTask(),
            "provider.GetStatus" => provider.GetStatusAsync(null!, stop),
            "provider.Find" => provider.FindAsync(null!, stop),
            "provider.Cancel" => provider.CancelAsync(null!, stop),
            "provider.OpenOutput" => (Task)provider.OpenOutputAsync(null!, stop),
            _ => throw new ArgumentOutOfRangeException(nameof(point)),
        });
    }
}
