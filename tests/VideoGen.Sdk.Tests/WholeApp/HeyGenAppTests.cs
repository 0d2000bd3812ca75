using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers.HeyGen;
using VideoGen.Sdk.Testing.Sandbox;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.WholeApp;

/// <summary>HeyGen's products through the whole app: what is held, what is booked, and what a lost answer costs.</summary>
public sealed class HeyGenAppTests
{
    private static readonly VideoRequest Speech = VendorApp.Request with { Duration = null, Avatar = new AvatarRequest { AvatarId = "look_1", VoiceId = "voice_1" } };

    [Theory]
    [InlineData(SandboxFaultKind.AcceptThenDrop)]
    [InlineData(SandboxFaultKind.DropBeforeAccept)]
    [InlineData(SandboxFaultKind.MalformedJson)]
    public async Task A_lost_clip_is_asked_for_again_under_its_key_and_paid_once(SandboxFaultKind fault)
    {
        await using var app = await VendorApp.StartAsync(["heygen"]);
        app.Fault("heygen", SandboxOperation.Submit, fault, new FaultSchedule.Next(1));

        var result = await app.GenerateAsync();

        Assert.Equal(("heygen-video-1", 1, 0.10m), (result.Model, result.Attempts, result.CostUsd));
        Assert.Single(app.Sandbox.Charges);
        await app.MustAgreeWithVendorsAsync();
    }

    [Fact]
    public async Task A_lost_presenter_is_left_to_a_person_because_no_key_is_stated_for_it()
    {
        await using var app = await VendorApp.StartAsync(["heygen"]);
        app.Fault("heygen", SandboxOperation.Submit, SandboxFaultKind.AcceptThenDrop, new FaultSchedule.Next(1));

        await Assert.ThrowsAsync<NeedsAttentionException>(() => app.GenerateAsync(Speech));

        Assert.Equal(LineState.Unverified, Assert.Single(await app.LinesAsync()).State);
        await app.MustAgreeWithVendorsAsync();
    }

    [Theory]
    [InlineData("UsePresenterKeys")]
    [InlineData("FindByTitle")]
    public async Task A_lost_presenter_comes_back_by_option(string option)
    {
        await using var app = await VendorApp.StartAsync(["heygen"], ($"Providers:heygen:{option}", "true"));
        app.Fault("heygen", SandboxOperation.Submit, SandboxFaultKind.AcceptThenDrop, new FaultSchedule.Next(1));

        Assert.Equal("avatar_iv", (await app.GenerateAsync(Speech)).Model);
        Assert.Single(app.Sandbox.Charges);
    }

    [Fact]
    public async Task Every_product_is_booked_by_its_real_length_and_never_above_its_hold()
    {
        VideoRequest[] requests =
        [
            Speech,
            Speech with { Model = "avatar_iii", AspectRatio = AspectRatio.Portrait },
            VendorApp.Request with { Duration = null, Settings = [new HeyGenSettings { Agent = new(), LongestLength = TimeSpan.FromSeconds(30) }] },
            VendorApp.Request with { Duration = null, Settings = [new HeyGenSettings { Agent = new(), LongestLength = TimeSpan.FromSeconds(10) }] },
            VendorApp.Request with { Duration = null, Settings = [new HeyGenSettings { Template = new() { TemplateId = "template_1" }, LongestLength = TimeSpan.FromMinutes(1) }] },
        ];
        foreach (var request in requests)
        {
            await using var app = await VendorApp.StartAsync(["heygen"]);

            var result = await app.GenerateAsync(request);

            var taken = Assert.Single(app.Sandbox.Charges).AmountUsd;
            var line = Assert.Single(await app.LinesAsync());

            // A template is booked at the dearest presenter rate, since nobody states its own; all else to the millionth.
            Assert.True(result.Model == "template" ? result.CostUsd >= taken : Math.Abs(result.CostUsd - taken) <= 0.000001m, $"{result.Model}: booked {result.CostUsd}, taken {taken}");
            Assert.Equal((LineState.Charged, result.CostUsd), (line.State, line.ChargedUsd));
        }
    }
}
