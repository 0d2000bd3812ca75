using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers.Kling;
using VideoGen.Sdk.Testing.Sandbox;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.WholeApp;

/// <summary>The ledger against what the sandbox's vendors report; what they took is the truth.</summary>
public sealed class ReconciliationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("kling")]
    [InlineData("runway")]
    [InlineData("pika")]
    public async Task Books_that_agree_have_no_findings(string vendor)
    {
        await using var app = await VendorApp.StartAsync([vendor]);
        await app.GenerateAsync();
        await app.MustAgreeWithVendorsAsync();

        Assert.Empty((await CompareAsync(app)).Findings);
    }

    [Theory]
    [InlineData("kling")]
    [InlineData("runway")]
    public async Task An_amount_that_differs_is_found_and_corrected_to_the_vendors_only_when_asked(string vendor)
    {
        await using var app = await VendorApp.StartAsync([vendor]);
        await app.GenerateAsync();
        var taken = Assert.Single(app.Sandbox.Charges).AmountUsd;
        var key = Assert.Single(await app.LinesAsync()).Key;
        await app.Costs.CorrectAsync(key, taken + 1m, ChargeSource.Person, "mistyped", Stop);

        var report = await CompareAsync(app);
        var finding = Assert.Single(report.Findings, f => f.Kind is ReconciliationKind.AmountDiffers);
        Assert.Equal((key, taken + 1m, taken), (finding.Attempt!.Value, finding.LedgerUsd, finding.VendorUsd!.Value));
        Assert.Equal(taken + 1m, Assert.Single(await app.LinesAsync()).ChargedUsd);

        Assert.Equal((1, 0), (await app.Reconciliation.ApplyAsync(report, Stop), await app.Reconciliation.ApplyAsync(report, Stop)));
        Assert.Equal((taken, ChargeSource.Vendor), Assert.Single(await app.LinesAsync()) is var line ? (line.ChargedUsd, line.Source!.Value) : default);
        Assert.Empty((await CompareAsync(app)).Findings);
    }

    [Fact]
    public async Task A_charge_of_a_job_that_the_ledger_does_not_know_is_missing_in_it()
    {
        await using var app = await VendorApp.StartAsync(["kling"]);
        await app.GenerateAsync();
        var provider = KlingProvider.Create(VendorApp.Key, o => (o.BaseUrl, o.AllowLoopback) = (app.Sandbox.UrlOf("kling"), true), app.Clock);
        var foreign = await provider.SubmitAsync(new VideoRequest { Prompt = VendorApp.Prompt, Duration = TimeSpan.FromSeconds(5) }, cancellationToken: Stop);
        await app.Clock.DriveAsync(provider.WaitAsync(foreign, timeProvider: app.Clock, cancellationToken: Stop));

        var finding = Assert.Single((await CompareAsync(app)).Findings);

        Assert.Equal((ReconciliationKind.MissingInLedger, foreign.RemoteId), (finding.Kind, finding.RemoteId));
        Assert.Equal(app.Sandbox.Charges.Single(charge => charge.RemoteId == foreign.RemoteId).AmountUsd, finding.VendorUsd);
    }

    [Fact]
    public async Task A_job_whose_answer_was_lost_is_resolved_by_its_listed_charge_and_is_not_missing_besides()
    {
        await using var app = await VendorApp.StartAsync(["kling"]);
        app.Fault("kling", SandboxOperation.Submit, SandboxFaultKind.AcceptThenDrop);
        app.Fault("kling", SandboxOperation.Status, SandboxFaultKind.MalformedJson);
        await Assert.ThrowsAsync<NeedsAttentionException>(() => app.GenerateAsync());
        app.Sandbox.ClearFaults();
        var taken = Assert.Single(app.Sandbox.Charges).AmountUsd;

        var finding = Assert.Single((await CompareAsync(app)).Findings);

        Assert.Equal((ReconciliationKind.UnverifiedResolved, taken), (finding.Kind, finding.VendorUsd));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2_000_000)]
    public async Task An_absurd_amount_on_the_vendors_side_is_left_to_a_person(decimal usd)
    {
        await using var app = await VendorApp.StartAsync(["kling"]);
        await app.GenerateAsync();
        var line = Assert.Single(await app.LinesAsync());
        var report = new ReconciliationReport
        {
            Compared = 1,
            Findings = [new ReconciliationFinding { Kind = ReconciliationKind.AmountDiffers, Account = "kling/default", Attempt = line.Key, LedgerUsd = line.ChargedUsd, VendorUsd = usd }],
        };

        Assert.Equal(0, await app.Reconciliation.ApplyAsync(report, Stop));
        Assert.Equal(line.ChargedUsd, Assert.Single(await app.LinesAsync()).ChargedUsd);
    }

    [Fact]
    public async Task A_charge_that_the_vendors_list_does_not_have_is_missing_there_and_is_not_corrected_away()
    {
        await using var app = await VendorApp.StartAsync(["kling"]);
        await app.GenerateAsync();
        app.Sandbox.Reset();

        var report = await CompareAsync(app);

        Assert.DoesNotContain(report.Findings, f => f.Kind is ReconciliationKind.AmountDiffers);
        Assert.Single(report.Findings);
        Assert.Equal(0, await app.Reconciliation.ApplyAsync(report, Stop));
    }

    [Fact]
    public async Task A_day_whose_sums_differ_is_found_where_the_vendor_tells_no_more()
    {
        await using var app = await VendorApp.StartAsync(["pika"]);
        await app.GenerateAsync();
        var line = Assert.Single(await app.LinesAsync());
        await app.Costs.CorrectAsync(line.Key, line.ChargedUsd + 2m, ChargeSource.Person, "mistyped", Stop);

        var finding = Assert.Single((await CompareAsync(app)).Findings);

        Assert.Equal((ReconciliationKind.DayDiffers, line.ChargedUsd + 2m, line.ChargedUsd), (finding.Kind, finding.LedgerUsd, finding.VendorUsd!.Value));
    }

    private static Task<ReconciliationReport> CompareAsync(VendorApp app) =>
        app.Clock.DriveAsync(app.Reconciliation.CompareAsync(app.Clock.GetUtcNow().AddDays(-1), app.Clock.GetUtcNow().AddDays(1), Stop));
}
