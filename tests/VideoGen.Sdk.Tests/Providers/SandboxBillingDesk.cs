using VideoGen.Sdk.Contracts.Providers;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Testing;
using VideoGen.Sdk.Testing.Sandbox;
using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Providers;

/// <summary>A vendor's list of charges on trial in front of the sandbox, which keeps the truth about them.</summary>
internal sealed class SandboxBillingDesk : IBillingDesk
{
    public const string Key = "key-of-the-trial-0123456789";

    private readonly SteppedClock clock = new(TimeProvider.System.GetUtcNow());
    private readonly VideoSandbox sandbox;
    private readonly string vendor;
    private readonly IVideoProvider provider;

    private SandboxBillingDesk(VideoSandbox sandbox, string vendor, Func<Uri, TimeProvider, IVideoProvider> create)
    {
        (this.sandbox, this.vendor) = (sandbox, vendor);
        clock.IsSomebodyBusy = () => Task.FromResult(sandbox.IsRendering);
        provider = create(sandbox.UrlOf(vendor), clock);
    }

    public IProviderBilling Billing => (IProviderBilling)provider;

    public DateTimeOffset Now => clock.GetUtcNow();

    public static async Task<IBillingDesk> StartAsync(string vendor, Func<Uri, TimeProvider, IVideoProvider> create) => new SandboxBillingDesk(
        await VideoSandbox.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromMilliseconds(1) }, TestContext.Current.CancellationToken), vendor, create);

    public async Task<(string RemoteId, decimal AmountUsd)> ChargeAsync()
    {
        var job = await provider.SubmitAsync(new VideoRequest { Prompt = "a paper boat", Duration = TimeSpan.FromSeconds(5) }, cancellationToken: TestContext.Current.CancellationToken);
        await clock.DriveAsync(provider.WaitAsync(job, timeProvider: clock, cancellationToken: TestContext.Current.CancellationToken));
        return (job.RemoteId, sandbox.Charges.Where(charge => charge.RemoteId == job.RemoteId).Sum(charge => charge.AmountUsd));
    }

    public void Break() => sandbox.AddFault(new SandboxFault { Vendor = vendor, Operation = SandboxOperation.Any, Kind = SandboxFaultKind.MalformedJson, When = new FaultSchedule.Every(1) });

    public ValueTask DisposeAsync() => sandbox.DisposeAsync();
}
