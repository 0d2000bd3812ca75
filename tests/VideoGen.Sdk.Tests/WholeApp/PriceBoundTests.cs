using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Sandbox;

namespace VideoGen.Sdk.Tests.WholeApp;

/// <summary>An estimate is an upper bound: whatever can be asked of a catalogue's model, from text, pictures, clips or a script, no vendor of the sandbox takes more than was held for it.</summary>
public sealed class PriceBoundTests
{
    // What OpenAI last asked for (2026-08-02). Its models have ended there, so that the catalogue has no price of theirs and whoever runs a gateway says one.
    private const string Gateway = """
        {"providers":[{"name":"openai","models":[
          {"id":"sora-2","offers":[
            {"operations":["TextToVideo"],"seconds":[4,8,12,16,20],"ratios":["720:1280","1280:720"],"resolutions":["720p"],"sound":true,"prices":[{"perSecondUsd":0.10}]},
            {"operations":["ImageToVideo"],"seconds":[4,8,12,16,20],"ratios":["720:1280","1280:720"],"resolutions":["720p"],"sound":true,"inputs":{"FirstFrame":1},"required":["FirstFrame"],"prices":[{"perSecondUsd":0.10}]}]},
          {"id":"sora-2-pro","offers":[
            {"operations":["TextToVideo"],"seconds":[4,8,12,16,20],"ratios":["720:1280","1280:720","1080:1920","1920:1080"],"resolutions":["720p","1080p"],"sound":true,"prices":[{"resolution":"720p","perSecondUsd":0.30},{"resolution":"1080p","perSecondUsd":0.70}]},
            {"operations":["TextToVideo"],"seconds":[4,8,12,16,20],"ratios":["1024:1792","1792:1024"],"resolutions":["1024p"],"sound":true,"prices":[{"perSecondUsd":0.50}]},
            {"operations":["ImageToVideo"],"seconds":[4,8,12,16,20],"ratios":["1080:1920","1920:1080"],"resolutions":["1080p"],"sound":true,"inputs":{"FirstFrame":1},"required":["FirstFrame"],"prices":[{"perSecondUsd":0.70}]}]}]}]}
        """;

    [Theory]
    [InlineData("kling")]
    [InlineData("pika")]
    [InlineData("fal")]
    [InlineData("runway")]
    [InlineData("heygen")]
    [InlineData("openai")]
    public async Task No_charge_of_any_model_length_resolution_sound_and_input_is_above_its_estimate(string vendor)
    {
        await using var app = await VendorApp.StartAsync(
            [vendor], ("Budget:Unlimited", "true"), ($"Providers:{vendor}:Rates:0:Submissions", "10000"), ($"Providers:{vendor}:Rates:0:Window", "00:01:00"),
            ("Catalogue:ModelsJson", vendor == "openai" ? Gateway : """{"providers":[]}"""));
        var (asked, refused) = (0, new List<string>());
        foreach (var request in ModelRequests.Of(vendor))
        {
            if ((await app.Generator.PlanAsync(request, TestContext.Current.CancellationToken)).Candidates.Count > 0)
            {
                asked++;
                try
                {
                    await app.GenerateAsync(request with { IdempotencyKey = $"bound-{asked}" });
                }
                catch (VideoGenerationException e)
                {
                    // Some ask for what only a real account has, such as an element made before.
                    refused.Add($"{request.Model} {request.Operation} {request.Resolution}: {e.Message}");
                }
            }
        }

        // What is charged may bear another id than what was asked for, such as a video of an agent's session.
        var attempts = (await app.Jobs.ListAsync(new JobQuery { Limit = 10_000 })).SelectMany(job => job.Job.Attempts).Where(attempt => attempt.RemoteId is not null).ToList();
        Attempt Of(SandboxCharge charge) => attempts.Single(attempt => attempt.RemoteId == charge.RemoteId || attempt.ClientReference == charge.ClientReference);
        Assert.All(app.Sandbox.Charges, charge => Assert.True(
            Of(charge) is var attempt && charge.AmountUsd <= attempt.EstimateUsd,
            $"{vendor} took {charge.AmountUsd} USD for {attempt.Spec.Model}, {attempt.Spec.Operation}, {attempt.Spec.Duration}, {attempt.Spec.Resolution}, sound {attempt.Spec.Sound}, where {attempt.EstimateUsd} was the bound"));
        var charged = app.Sandbox.Charges.Select(Of).Select(attempt => (attempt.Spec.Model, attempt.Spec.Operation)).ToHashSet();
        Assert.True(
            ModelRequests.ToCover(vendor).Except(charged).ToList() is { Count: 0 } missed,
            $"nothing was ever charged for {string.Join(", ", ModelRequests.ToCover(vendor).Except(charged))}; refused: {string.Join("\n", refused.Distinct())}");
        Assert.True(refused.Count <= asked / 2, $"{refused.Count} of {asked} were refused: {string.Join("\n", refused.Distinct().Take(20))}");
    }

    [Fact]
    public void Every_vendor_that_takes_money_stands_trial() => Assert.Equal(
        typeof(PriceBoundTests).GetMethod(nameof(No_charge_of_any_model_length_resolution_sound_and_input_is_above_its_estimate))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>().Select(row => (string)row.Data[0]!).Order(),
        ModelCatalogue.Embedded.Providers.Select(provider => provider.Name).Where(name => name != "local").Order());
}
