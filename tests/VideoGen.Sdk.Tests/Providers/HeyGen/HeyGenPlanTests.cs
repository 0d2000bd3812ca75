using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers.HeyGen;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.HeyGen;

/// <summary>What a user gets who asks the generator and names no vendor.</summary>
public sealed class HeyGenPlanTests
{
    private static readonly VideoRequest Words = new() { Prompt = "a lighthouse" };
    private static readonly VideoRequest Speech = new() { Prompt = new string('a', 80), Avatar = new AvatarRequest { AvatarId = "look_1" } };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<VideoRequest, string> Requests => new()
    {
        { Words, "heygen-video-1 5 s 16:9 768p sound 0.1000" },
        { Words with { Duration = TimeSpan.FromSeconds(12), Resolution = VideoResolution.FullHd, AspectRatio = AspectRatio.Portrait }, "heygen-video-1 12 s 9:16 1080p sound 0.7200" },
        { Words with { AspectRatio = AspectRatio.Square }, "heygen-video-1 5 s 768:768 768p sound 0.1000" },
        { Words with { ReferenceImages = [Picture(ReferenceRole.FirstFrame)] }, "heygen-video-1 5 s - 768p sound 0.1000" },
        { Words with { ReferenceImages = [Picture(ReferenceRole.Subject)], AspectRatio = AspectRatio.Portrait }, "heygen-video-1 5 s 9:16 768p sound 0.1000" },
        { Speech, "avatar_iv - 16:9 1080p sound 0.6670" },
        { Speech with { Duration = TimeSpan.FromSeconds(45), AspectRatio = AspectRatio.Portrait, Resolution = VideoResolution.UltraHd }, "avatar_iv - 9:16 4k sound 0.8330" },
        { Speech with { TargetPlatform = "instagram/reels" }, "avatar_iv - 9:16 1080p sound 0.6670" },
        { Speech with { Model = "avatar_iii" }, "avatar_iii - 16:9 1080p sound 0.1670" },
        { Speech with { Model = "heygen/avatar_iv-photo" }, "avatar_iv-photo - 16:9 1080p sound 0.5000" },
        { Words with { Avatar = new AvatarRequest { AvatarId = "" }, ReferenceImages = [Picture(ReferenceRole.FirstFrame)] }, "image - 16:9 1080p sound 0.1000" },
        { Words with { Settings = [new HeyGenSettings { Agent = new(), LongestLength = TimeSpan.FromMinutes(1) }] }, "video-agent - 16:9 - sound 1.9980" },
        { Words with { Settings = [new HeyGenSettings { Template = new() { TemplateId = "t" }, LongestLength = TimeSpan.FromMinutes(1) }] }, "template - - - sound 4.9980" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task The_first_product_that_can_do_a_request_is_planned_at_its_bound(VideoRequest request, string expected)
    {
        await using var services = Services(("HEYGEN_API_KEY", "k"));
        var plan = await services.GetRequiredService<IVideoGenerator>().PlanAsync(request, Token);

        var c = Assert.Single(plan.Candidates);
        Assert.Equal(expected, FormattableString.Invariant(
            $"{c.Model} {(c.Duration is { } d ? d.TotalSeconds + " s" : "-")} {(c.AspectRatio is { } r ? r : "-")} {(c.Resolution is { } v ? v : "-")} {(c.Sound ? "sound" : "silent")} {c.EstimateUsd:0.0000}"));
    }

    [Theory]
    [InlineData("heygen/v2", "retired since 2026-10-31")]
    [InlineData("heygen/avatar_9", "has no model avatar_9")]
    [InlineData("heygen/video-agent", "is not the product")]
    public async Task A_model_that_is_gone_unknown_or_not_asked_for_is_left_out_with_the_reason(string model, string reason)
    {
        await using var services = Services(("HEYGEN_API_KEY", "k"));

        var plan = await services.GetRequiredService<IVideoGenerator>().PlanAsync(Words with { Model = model }, Token);

        Assert.Contains(reason, Assert.Single(plan.Exclusions, e => e.Provider == "heygen").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declared_ceiling_does_not_lead_settings_to_another_product()
    {
        await using var services = Services(("HEYGEN_API_KEY", "k"), ("VideoGeneration:Providers:heygen:UnknownPriceCeilingUsd", "9"));

        var plan = await services.GetRequiredService<IVideoGenerator>().PlanAsync(Words with { Settings = [new HeyGenSettings { Template = new() { TemplateId = "t" } }] }, Token);

        Assert.Equal("template", Assert.Single(plan.Candidates).Model);
    }

    [Fact]
    public async Task An_avatar_goes_to_the_providers_that_have_them_whatever_the_order_says()
    {
        await using var services = Services(("HEYGEN_API_KEY", "k"), ("KLING_API_KEY", "k"), ("RUNWAY_API_KEY", "k"), ("PIKA_API_KEY", "k"), ("VideoGeneration:DefaultProvider", "kling"));

        var plan = await services.GetRequiredService<IVideoGenerator>().PlanAsync(Speech, Token);

        Assert.Equal("heygen", Assert.Single(plan.Candidates).Provider);
        foreach (var other in new[] { "kling", "runway", "pika" })
        {
            Assert.Contains("AvatarVideo", Assert.Single(plan.Exclusions, e => e.Provider == other).Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_presenter_is_held_at_its_bound_and_charged_by_its_real_length()
    {
        RawServer? server = null;
        await using var own = server = new RawServer(c => c.Request switch
        {
            { Method: "POST" } => c.AnswerAsync(200, """{"data":{"video_id":"v2","status":"waiting"}}"""),
            { Path: "/v3/videos/v2" } => c.AnswerAsync(200, $$$"""{"data":{"id":"v2","status":"completed","duration":4.5,"video_url":"{{{server!.BaseUrl}}}f.mp4"} }"""),
            _ => c.AnswerAsync(200, "the film", "Content-Type: video/mp4"),
        });
        var folder = Directory.CreateTempSubdirectory("videogen-heygen-").FullName;
        await using var services = Services(
            s => s.Replace(ServiceDescriptor.Singleton<IAssetStore>(new FileSystemAssetStore(folder))),
            ("HEYGEN_API_KEY", "k"), ("VideoGeneration:Providers:heygen:BaseUrl", server.BaseUrl.AbsoluteUri), ("VideoGeneration:Providers:heygen:AllowLoopback", "true"));

        var result = await services.GetRequiredService<IVideoGenerator>().GenerateAsync(Speech, cancellationToken: Token);

        var entries = await services.GetRequiredService<ICostStore>().EntriesAsync(new LedgerQuery(), Token).ToListAsync(Token);
        Assert.Equal(10 * 0.0667m, entries.First(e => e.Kind == LedgerEntryKind.Reserved).AmountUsd);
        Assert.Equal(4.5m * 0.0667m, result.CostUsd);
        Assert.Equal(1, server.Posts);
        Directory.Delete(folder, recursive: true);
    }

    private static ReferenceMedia Picture(ReferenceRole role) => ReferenceMedia.FromUrl(new Uri("https://img.example/a.png"), role);

    private static ServiceProvider Services(params (string Key, string Value)[] settings) => Services(_ => { }, settings);

    private static ServiceProvider Services(Action<IServiceCollection> configure, params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddVideoGeneration(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build());
        configure(services);
        return services.BuildServiceProvider();
    }
}
