using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing;
using VideoGen.Sdk.Testing.Sandbox;
using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.WholeApp;

/// <summary>An app as users write it, configuration and all, with its vendors in the sandbox and a clock of its own.</summary>
internal sealed class VendorApp : IAsyncDisposable
{
    public const string Key = "key-that-nobody-may-read-0123456789";
    public const string Prompt = "a walrus named Bartholomew paints a lighthouse";

    private static readonly string[] Vendors = ["kling", "pika", "fal", "runway", "heygen", "openai"];

    private readonly string folder = Directory.CreateTempSubdirectory("videogen-app-").FullName;
    private readonly ServiceProvider services;

    private VendorApp(VideoSandbox sandbox, string[] vendors, IEnumerable<(string Key, string Value)> settings)
    {
        Sandbox = sandbox;
        Clock.IsSomebodyBusy = () => Task.FromResult(sandbox.IsRendering);
        var values = new Dictionary<string, string?>();
        foreach (var (vendor, place) in Vendors.Select(v => (v, Array.IndexOf(vendors, v))))
        {
            values[$"VideoGeneration:Providers:{vendor}:Enabled"] = place >= 0 ? "true" : "false";
            values[$"VideoGeneration:Providers:{vendor}:Priority"] = $"{place + 1}";
            values[$"VideoGeneration:Providers:{vendor}:ApiKey"] = Key;
            values[$"VideoGeneration:Providers:{vendor}:BaseUrl"] = sandbox.UrlOf(vendor).ToString();
            values[$"VideoGeneration:Providers:{vendor}:AllowLoopback"] = "true";
        }

        values["VideoGeneration:Assets:Path"] = folder;
        foreach (var (key, value) in settings)
        {
            values[$"VideoGeneration:{key}"] = value;
        }

        var collection = new ServiceCollection().AddSingleton<TimeProvider>(Clock);
        collection.AddLogging(l => l.SetMinimumLevel(LogLevel.Debug).AddProvider(Log));
        collection.AddVideoGeneration(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        services = collection.BuildServiceProvider();
    }

    public SteppedClock Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public CapturedLog Log { get; } = new();

    public VideoSandbox Sandbox { get; }

    public IJobStore Jobs => services.GetRequiredService<IJobStore>();

    public ICostStore Costs => services.GetRequiredService<ICostStore>();

    public LedgerReconciliation Reconciliation => services.GetRequiredService<LedgerReconciliation>();

    public IVideoGenerator Generator => services.GetRequiredService<IVideoGenerator>();

    /// <summary>A request that every vendor of the sandbox can do: no ratio, no platform.</summary>
    public static VideoRequest Request => new() { Prompt = Prompt, Duration = TimeSpan.FromSeconds(5), IdempotencyKey = "walrus" };

    /// <param name="vendors">Those that may be used, in the order in which they are preferred.</param>
    /// <param name="settings">More configuration, below <c>VideoGeneration</c>.</param>
    public static async Task<VendorApp> StartAsync(string[] vendors, params (string Key, string Value)[] settings) =>
        new(await VideoSandbox.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromMilliseconds(1) }, TestContext.Current.CancellationToken), vendors, settings);

    public void Fault(string vendor, SandboxOperation operation, SandboxFaultKind kind, FaultSchedule? when = null, int? status = null, string? body = null, TimeSpan? retryAfter = null) =>
        Sandbox.AddFault(new SandboxFault
        {
            Vendor = vendor,
            Operation = operation,
            Kind = kind,
            When = when ?? new FaultSchedule.Every(1),
            Status = status,
            Body = body,
            Headers = retryAfter is { } wait ? new Dictionary<string, string> { ["Retry-After"] = $"{wait.TotalSeconds:0}" } : new Dictionary<string, string>(),
            Duration = kind == SandboxFaultKind.Stuck ? null : TimeSpan.FromMilliseconds(100),
        });

    public Task<VideoResult> GenerateAsync(VideoRequest? request = null) =>
        Clock.DriveAsync(Generator.GenerateAsync(request ?? Request, null, TestContext.Current.CancellationToken));

    /// <summary>Starts the job, cancels it once the vendor has it, and carries it to its end.</summary>
    public async Task<VideoGenerationException> CancelOnceAcceptedAsync(VideoRequest request)
    {
        var accepted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var generating = Generator.GenerateAsync(request, new Listener(p => _ = p.Stage == "Wait" && accepted.TrySetResult()), TestContext.Current.CancellationToken);
        await Clock.DriveToAsync(accepted.Task, generating);
        Assert.Equal(CancelOutcome.Requested, await Generator.CancelAsync((await OnlyJobAsync()).Id, TestContext.Current.CancellationToken));
        return await Assert.ThrowsAnyAsync<VideoGenerationException>(() => Clock.DriveAsync(generating));
    }

    public async Task<VideoJob> OnlyJobAsync() => Assert.Single(await Jobs.ListAsync(new JobQuery())).Job;

    public async Task<IReadOnlyList<AttemptLine>> LinesAsync() => await services.GetRequiredService<ICostStore>().ListAsync(new LedgerQuery()).ToListAsync();

    /// <summary>The ledger says of each vendor what the vendor says: charged the same, or held at least as much.</summary>
    public async Task MustAgreeWithVendorsAsync()
    {
        var lines = await LinesAsync();
        Assert.True(Sandbox.Charges.Count <= lines.Count, "more charges than attempts");
        foreach (var line in lines)
        {
            var taken = Sandbox.Charges.Where(c => c.ClientReference == line.ClientReference || (line.RemoteId is not null && c.RemoteId == line.RemoteId)).Sum(c => c.AmountUsd);
            Assert.True(
                line.State switch
                {
                    LineState.Charged => line.ChargedUsd == taken,
                    LineState.Released => taken == 0m,
                    _ => line.ReservedUsd >= taken,
                },
                $"{line.Provider}: {line.State}, {line.ChargedUsd} charged, {line.ReservedUsd} held; the vendor took {taken}");
        }
    }

    /// <summary>Nothing that must stay secret is in any log line or in what was thrown.</summary>
    public void MustTellNothing(Exception? thrown)
    {
        var said = $"{Log.Text}\n{thrown}\n{(thrown as VideoGenerationException)?.Failure}";
        Assert.DoesNotContain(Key, said, StringComparison.Ordinal);
        Assert.DoesNotContain("Bartholomew", said, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)(sig|signature|expires|token|key)=[^*&\\s]", said);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Sandbox.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
