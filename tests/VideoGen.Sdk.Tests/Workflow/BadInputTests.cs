using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Routing;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;

namespace VideoGen.Sdk.Tests.Workflow;

/// <summary>Each gives one clear error that names the field and the fix, and nothing is made, held or sent.</summary>
public sealed class BadInputTests
{
    public static TheoryData<string, VideoRequest> Wrong => new()
    {
        { "Prompt: is empty", A.Request with { Prompt = "" } },
        { "Prompt: is empty", A.Request with { Prompt = " \t\n" } },
        { "Prompt: is empty", A.Request with { Prompt = "", Avatar = new AvatarRequest { AvatarId = "look_1", Script = " \t\n" } } },
        { "Prompt: has 100001 characters", A.Request with { Prompt = new string('x', 100_001) } },
        { "Duration: 0 s is impossible", A.Request with { Duration = TimeSpan.Zero } },
        { "Duration: -5 s is impossible", A.Request with { Duration = TimeSpan.FromSeconds(-5) } },
        { "Duration: 7200 s is impossible", A.Request with { Duration = TimeSpan.FromHours(2) } },
        { "AspectRatio: 100:1 is impossible", A.Request with { AspectRatio = new AspectRatio(100, 1) } },
        { "AspectRatio: 0:9 is impossible", A.Request with { AspectRatio = new AspectRatio(0, 9) } },
        { "Resolution:", A.Request with { Resolution = new VideoResolution(-1) } },
        { "Format: 1081x1920 is impossible", A.Request with { Format = new VideoFormat { Width = 1081, Height = 1920 } } },
        { "PerVideoLimitUsd: -0.01 is negative", A.Request with { PerVideoLimitUsd = -0.01m } },
        { "Deadline: must be above zero", A.Request with { Deadline = TimeSpan.Zero } },
        { "PreferredProviders:", A.Request with { PreferredProviders = ["klingon"] } },
        { "TargetPlatform: 'myspace' is unknown", A.Request with { TargetPlatform = "myspace" } },
        { "IdempotencyKey: must have", A.Request with { IdempotencyKey = "" } },
        { "Tenant: must have", A.Request with { Tenant = "a\nb" } },
        { "FirstFrame reference: has 2 sources", A.Request with { ReferenceImages = [new ReferenceMedia { FilePath = "a.png", Url = new Uri("https://example.com/a.png") }] } },
        { "FirstFrame reference: has 0 sources", A.Request with { ReferenceImages = [new ReferenceMedia()] } },
        { "must be an absolute http", A.Request with { ReferenceImages = [ReferenceMedia.FromUrl(new Uri("file:///etc/passwd"))] } },
        { "The input file 'no/such/picture.png' cannot be read", A.Request with { ReferenceImages = [ReferenceMedia.FromFile("no/such/picture.png")] } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_field_is_named_and_nothing_is_made(string says, VideoRequest request)
    {
        await using var world = new TestWorld();
        world.Add();
        var fault = await Assert.ThrowsAsync<InvalidVideoRequestException>(() => world.StartProcess().GenerateAsync(request));

        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
        Assert.Empty(await world.Jobs.ListAsync(new JobQuery(), TestContext.Current.CancellationToken));
        Assert.Empty(await world.LinesAsync());
        Assert.Equal(0, world.Vendor.Posts);
    }

    [Fact]
    public async Task All_faults_are_named_at_once()
    {
        await using var world = new TestWorld();
        world.Add();
        var fault = await Assert.ThrowsAsync<InvalidVideoRequestException>(() => world.StartProcess().GenerateAsync(A.Request with { Prompt = "", PerVideoLimitUsd = -1m, Deadline = TimeSpan.Zero }));

        Assert.Equal(3, fault.Faults.Count);
    }

    [Fact]
    public async Task A_plan_refuses_the_same()
    {
        await using var world = new TestWorld();
        world.Add();
        await Assert.ThrowsAsync<InvalidVideoRequestException>(() => world.StartProcess().PlanAsync(A.Request with { Prompt = "" }));
        await Assert.ThrowsAsync<InvalidVideoRequestException>(() => world.StartProcess().PlanAsync(A.Request with { PreferredProviders = ["klingon"] }));
    }

    [Fact]
    public async Task An_unknown_provider_is_refused_with_the_known_ones()
    {
        await using var world = new TestWorld();
        world.Add();
        world.Add(new ScriptedProviderOptions { Name = "second" });
        var fault = await Assert.ThrowsAsync<InvalidVideoRequestException>(() => world.StartProcess().GenerateAsync(A.Request with { PreferredProviders = ["klingon"] }));

        Assert.Contains("scripted", fault.Message, StringComparison.Ordinal);
        Assert.Contains("second", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_switched_off_is_refused_by_name_with_the_path_to_switch_it_on()
    {
        await using var world = new TestWorld();
        world.Add(account: a => a.Enabled = false);
        world.Add(new ScriptedProviderOptions { Name = "second" });
        var process = world.StartProcess();
        foreach (var request in new[] { A.Request with { PreferredProviders = ["scripted"] }, A.Request with { Model = "scripted/model" } })
        {
            var fault = await Assert.ThrowsAsync<InvalidVideoRequestException>(() => process.GenerateAsync(request));
            Assert.Contains("VideoGeneration:Providers:scripted", fault.Message, StringComparison.Ordinal);
        }

        Assert.Equal("second", (await process.GenerateAsync()).Provider);
    }

    [Fact]
    public async Task A_retired_provider_is_skipped_in_silence_and_refused_by_name()
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { Lifecycle = new Lifecycle { EndsOn = new DateOnly(2026, 9, 24), Note = "Its maker closed it." } });
        world.Add(new ScriptedProviderOptions { Name = "second" });
        var process = world.StartProcess();
        var fault = await Assert.ThrowsAsync<InvalidVideoRequestException>(() => process.GenerateAsync(A.Request with { PreferredProviders = ["scripted"] }));

        Assert.Contains("retired since 2026-09-24 (Its maker closed it)", fault.Message, StringComparison.Ordinal);
        Assert.Equal("second", (await process.GenerateAsync()).Provider);
    }

    [Fact]
    public async Task A_prompt_too_long_for_every_model_names_the_limit()
    {
        await using var world = new TestWorld();
        world.Add();
        var none = await Assert.ThrowsAsync<NoCandidateException>(() => world.StartProcess().GenerateAsync(A.Request with { Prompt = new string('x', 2001) }));

        Assert.Contains("takes prompts of 2000 characters, this one has 2001", none.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("xxxx", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_provider_the_error_says_how_to_get_one()
    {
        await using var world = new TestWorld();

        Assert.Contains("AddLocal()", (await Assert.ThrowsAsync<NoCandidateException>(() => world.StartProcess().GenerateAsync())).Message, StringComparison.Ordinal);
    }
}
