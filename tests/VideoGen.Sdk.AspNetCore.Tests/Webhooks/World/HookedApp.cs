using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VideoGen.Sdk.Contracts;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing;
using VideoGen.Sdk.Testing.Chaos;
using VideoGen.Sdk.Testing.Sandbox;
using VideoGen.Sdk.Workflow;
using Xunit;

namespace VideoGen.Sdk.AspNetCore.Tests.Webhooks.World;

/// <summary>A web app on a real socket beside a sandbox that really sends webhooks. The app's clock stands still, so that no poll is ever due unless a test moves it.</summary>
internal sealed class HookedApp : IAsyncDisposable
{
    private static readonly string[] EventTypes = ["video.completed", "video.failed"];

    private readonly CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly WebApplication app;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("videogen-hooks-");

    private HookedApp(VideoSandbox sandbox, HookedAppSetup setup)
    {
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        Sandbox = sandbox;
        Clock = new StandingClock(setup.Now ?? TimeProvider.System.GetUtcNow());
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Debug);
        var services = builder.Services;
        services.AddSingleton<TimeProvider>(Clock);
        Store = new InMemoryJobStore(Clock);
        services.AddSingleton<IJobStore>(new ChaosJobStore(Store, setup.Chaos));
        services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => new CallRecorder(Calls)));
        services.Configure<CallbackOptions>(o => o.PublicUrl = Hooks);
        var video = services.AddVideoGeneration().UseAssetFolder(folder.FullName);
        if (setup.AddsWebhooks)
        {
            video.AddWebhooks();
        }

        AddVendors(video, setup);
        app = builder.Build();
        app.Use((http, next) => Mail.RecordAsync(http, () => next(http), Received));
        app.MapVideoWebhooks("/videogen/webhooks");
    }

    public VideoSandbox Sandbox { get; }

    public StandingClock Clock { get; }

    public IJobStore Store { get; }

    public Happenings<VendorCall> Calls { get; } = new();

    public Happenings<Mail> Received { get; } = new();

    public LogBook Log { get; } = new();

    public Uri? Hooks { get; private set; }

    public Uri BaseUrl => new(app.Urls.Single());

    public IVideoGenerator Generator => app.Services.GetRequiredService<IVideoGenerator>();

    public IVideoCallbacks Callbacks => app.Services.GetRequiredService<IVideoCallbacks>();

    public HttpClient Http { get; } = new();

    public int StatusReads => Calls.All.Count(call => call.IsStatus);

    /// <summary>Ends a test that waits in vain.</summary>
    public CancellationToken Stop => limit.Token;

    public static async Task<HookedApp> StartAsync(HookedAppSetup? setup = null)
    {
        setup ??= new();
        var one = new HookedApp(await VideoSandbox.StartAsync(new VideoSandboxOptions { RenderTime = setup.RenderTime }, TestContext.Current.CancellationToken), setup);
        await one.app.StartAsync(one.Stop);
        if (setup.TellsPublicUrl)
        {
            // Only now is the port known.
            one.Hooks = new Uri(one.BaseUrl, "/videogen/webhooks");
            one.app.Services.GetRequiredService<IOptionsMonitorCache<CallbackOptions>>().Clear();
        }

        return one;
    }

    /// <summary>The one endpoint of an account for all its jobs, as a person registers it at the vendor.</summary>
    public async Task RegisterEndpointAsync(string vendor)
    {
        var url = $"{BaseUrl}videogen/webhooks/{vendor}/default";
        var (path, body) = vendor == "openai" ? ("v1/webhook_endpoints", JsonContent.Create(new { name = "app", url, event_types = EventTypes })) : ("v3/webhooks/endpoints", JsonContent.Create(new { url }));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{Sandbox.UrlOf(vendor)}/{path}")) { Content = body };
        request.Headers.Authorization = new("Bearer", "any");
        request.Headers.Add("X-Api-Key", "any");
        (await Http.SendAsync(request, Stop)).EnsureSuccessStatusCode();
    }

    public Task<VideoResult> GenerateAsync(string vendor, string key = "one") => Generator.GenerateAsync(
        new VideoRequest
        {
            Prompt = "a lighthouse in the rain",
            Model = vendor switch { "kling" => "kling-3.0", "fal" => "fal-ai/pika/v2.2/text-to-video", "heygen" => "avatar_iv", "heygen-clip" => "heygen-video-1", _ => "sora-2" },
            Avatar = vendor == "heygen" ? new AvatarRequest { AvatarId = "look_1", VoiceId = "voice_1", Script = "Good morning." } : null,
            PreferredProviders = [vendor.Split('-')[0]],
            OnlyPreferredProviders = true,
            IdempotencyKey = key,
        },
        cancellationToken: Stop);

    public async Task<VideoJob> JobAsync(string key = "one") => (await Store.FindByKeyAsync(null, key, Stop))!.Job;

    public async Task<IReadOnlyList<SubmissionRecord>> OutcomesAsync(string key = "one") => await Store.GetOutcomesAsync((await JobAsync(key)).Id, 1, Stop);

    public async Task<IReadOnlyList<LedgerEntry>> EntriesAsync() => await app.Services.GetRequiredService<ICostStore>().EntriesAsync(new LedgerQuery(), Stop).ToListAsync(Stop);

    public async Task<HttpResponseMessage> PostAsync(string path, string body, IReadOnlyDictionary<string, string>? headers = null, string contentType = "application/json")
    {
        using var post = new HttpRequestMessage(HttpMethod.Post, new Uri(BaseUrl, $"/videogen/webhooks/{path}")) { Content = new StringContent(body, null, contentType) };
        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
        {
            post.Headers.TryAddWithoutValidation(name, value);
        }

        return await Http.SendAsync(post, Stop);
    }

    /// <summary>No webhook of the sandbox arrives any more.</summary>
    public void Silence() => Sandbox.AddFault(new SandboxFault { Operation = SandboxOperation.Webhook, Kind = SandboxFaultKind.DropBeforeAccept, When = new FaultSchedule.Every(1) });

    /// <summary>Waits until the first status request was answered: from then on the job sleeps.</summary>
    public Task<IReadOnlyList<VendorCall>> StatusReadAsync(int count = 1) => Calls.WaitAsync(call => call.IsStatus, count, Stop);

    /// <summary>A read that met a broken connection, and a hint that rests, wait on a clock that only a test moves. The look-up after the submit deadline stays out of reach.</summary>
    public Task LetFloorsPassAsync(Task awaited) => LetPassAsync(awaited, TimeSpan.FromSeconds(10), 6, TimeSpan.FromSeconds(2));

    /// <summary>Moves the clock step by step until the task ends, and looks that long between two steps for what a step brings.</summary>
    public async Task LetPassAsync(Task awaited, TimeSpan step, int most, TimeSpan look)
    {
        for (var steps = 0; steps < most && !awaited.IsCompleted; steps++)
        {
            await awaited.WaitAsync(look, Stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            Clock.Advance(step);
        }

        await awaited;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Sandbox.DisposeAsync();
        Http.Dispose();
        limit.Dispose();
        folder.Delete(recursive: true);
    }

    private void AddVendors(IVideoGenerationBuilder video, HookedAppSetup setup)
    {
        foreach (var account in new[] { "default", "eu" })
        {
            video.AddKling(account, o =>
            {
                (o.ApiKey, o.BaseUrl, o.AllowLoopback) = ("key", Sandbox.UrlOf("kling"), true);
                Array.ForEach(setup.Secrets, o.WebhookSecrets.Add);
            });
        }

        // Makes no videos; it is there to be mistaken for the other.
        video.Services.Configure<ProviderAccountOptions>("kling/eu", o => o.Enabled = false);
        video.AddFal(o =>
        {
            (o.ApiKey, o.BaseUrl, o.AllowLoopback, o.WebhookUserId) = ("key", Sandbox.UrlOf("fal"), true, setup.FalUser);
            o.KeySetUrl = new Uri($"{o.BaseUrl}/.well-known/jwks.json");
        });
        video.AddHeyGen(o =>
        {
            (o.ApiKey, o.BaseUrl, o.AllowLoopback) = ("key", Sandbox.UrlOf("heygen"), true);
            Array.ForEach(setup.Secrets, o.WebhookSecrets.Add);
        });
        video.AddOpenAICompatible(o =>
        {
            (o.ApiKey, o.BaseUrl, o.AllowLoopback) = ("key", Sandbox.UrlOf("openai"), true);
            Array.ForEach(setup.Secrets, o.WebhookSecrets.Add);
        });
        video.Services.Configure<ProviderAccountOptions>("openai/default", o => o.UnknownPriceCeilingUsd = 1m);
    }
}
