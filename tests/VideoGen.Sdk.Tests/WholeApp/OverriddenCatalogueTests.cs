using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Tests.WholeApp;

/// <summary>A catalogue that the app lays over the package's own reaches every vendor's plan, hold and booking.</summary>
public sealed class OverriddenCatalogueTests
{
    // Those whose wire states no charge, so that the catalogue is what is booked.
    private static readonly string[] Booked = ["pika", "fal", "heygen", "openai"];

    public static TheoryData<string, string, string> Models => new()
    {
        { "kling", "kling-3.0", "\"seconds\":[5],\"ratios\":[\"16:9\"],\"resolutions\":[\"720p\"]" },
        { "pika", "pika-2.5", "\"seconds\":[5],\"resolutions\":[\"720p\"]" },
        { "fal", "fal-ai/pika/v2.2/text-to-video", "\"seconds\":[5],\"ratios\":[\"16:9\"],\"resolutions\":[\"720p\"]" },
        { "runway", "gen4.5", "\"seconds\":[5],\"ratios\":[\"1280:720\"],\"resolutions\":[\"720p\"]" },
        { "heygen", "heygen-video-1", "\"seconds\":[5],\"ratios\":[\"16:9\"],\"resolutions\":[\"768p\"],\"sound\":true" },
        { "openai", "sora-2", "\"seconds\":[4],\"ratios\":[\"1280:720\"],\"resolutions\":[\"720p\"],\"sound\":true" },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public async Task An_overridden_price_is_planned_held_and_booked(string vendor, string model, string offer)
    {
        await using var app = await VendorApp.StartAsync([vendor], ("Catalogue:ModelsJson", Overlay(vendor, model, offer, "")));

        var plan = await app.Generator.PlanAsync(VendorApp.Request, TestContext.Current.CancellationToken);
        var result = await app.GenerateAsync();

        Assert.Equal((model, 0.777m), Assert.Single(plan.Candidates) is var c ? (c.Model, c.EstimateUsd) : default);
        var line = Assert.Single(await app.LinesAsync());
        Assert.Equal((0.777m, LineState.Charged, model), (Assert.Single((await app.OnlyJobAsync()).Attempts).EstimateUsd, line.State, result.Model));
        Assert.Equal(Booked.Contains(vendor), line.ChargedUsd == 0.777m);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task An_accounts_own_price_goes_before_the_catalogues_on_every_path(string vendor, string model, string offer)
    {
        await using var app = await VendorApp.StartAsync([vendor], ("Catalogue:ModelsJson", Overlay(vendor, model, offer, "")), ($"Providers:{vendor}:CostPerVideoUsd", "0.888"));

        var plan = await app.Generator.PlanAsync(VendorApp.Request, TestContext.Current.CancellationToken);
        await app.GenerateAsync();

        Assert.Equal(0.888m, Assert.Single(plan.Candidates).EstimateUsd);
        Assert.Equal(0.888m, (await app.Costs.EntriesAsync(new LedgerQuery(), TestContext.Current.CancellationToken).FirstAsync(TestContext.Current.CancellationToken)).AmountUsd);
        Assert.Equal(Booked.Contains(vendor), Assert.Single(await app.LinesAsync()).ChargedUsd == 0.888m);
        var refused = await app.Generator.PlanAsync(VendorApp.Request with { PerVideoLimitUsd = 0.887m, IdempotencyKey = null }, TestContext.Current.CancellationToken);
        Assert.Equal(0.888m, Assert.Single(refused.Candidates).Verdict.Asked);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task An_overridden_end_takes_the_model_out(string vendor, string model, string offer)
    {
        await using var app = await VendorApp.StartAsync([vendor], ("Catalogue:ModelsJson", Overlay(vendor, model, offer, "\"endsOn\":\"2026-01-01\",")));

        var plan = await app.Generator.PlanAsync(VendorApp.Request with { Model = $"{vendor}/{model}" }, TestContext.Current.CancellationToken);

        Assert.Empty(plan.Candidates);
        Assert.Contains("retired since 2026-01-01", Assert.Single(plan.Exclusions, e => e.Provider == vendor).Reason, StringComparison.Ordinal);
    }

    private static string Overlay(string vendor, string model, string offer, string more) =>
        $$"""{"providers":[{"name":"{{vendor}}","models":[{"id":"{{model}}",{{more}}"offers":[{{{offer}},"prices":[{"perClipUsd":0.777}]}]}]}]}""";
}
