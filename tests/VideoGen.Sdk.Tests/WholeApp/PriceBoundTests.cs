using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Tests.WholeApp;

/// <summary>An estimate is an upper bound: whatever can be asked of a catalogue's model from text alone, no vendor of the sandbox takes more than was held for it.</summary>
public sealed class PriceBoundTests
{
    // The sandbox knows none of that family and refuses, for nothing. OpenAI's models have ended, so that there is nothing to ask there.
    private const string UnknownToTheSandbox = "kling-4.0";

    [Theory]
    [InlineData("kling", 20)]
    [InlineData("pika", 2)]
    [InlineData("fal", 4)]
    [InlineData("runway", 4)]
    [InlineData("heygen", 2)]
    public async Task No_charge_of_any_model_length_resolution_and_sound_is_above_its_estimate(string vendor, int least)
    {
        await using var app = await VendorApp.StartAsync([vendor], ("Budget:Unlimited", "true"), ($"Providers:{vendor}:Rates:0:Submissions", "1000"), ($"Providers:{vendor}:Rates:0:Window", "00:01:00"));
        var asked = 0;
        foreach (var request in Requests(vendor))
        {
            if ((await app.Generator.PlanAsync(request, TestContext.Current.CancellationToken)).Candidates.Count > 0)
            {
                asked++;
                await app.GenerateAsync(request with { IdempotencyKey = $"bound-{asked}" });
            }
        }

        var estimates = (await app.Jobs.ListAsync(new JobQuery { Limit = 1000 })).SelectMany(job => job.Job.Attempts).ToList();
        Assert.True(asked >= least, $"only {asked} combinations of {vendor} could be asked");
        Assert.True(app.Sandbox.Charges.Count >= least, $"only {app.Sandbox.Charges.Count} charges of {vendor}");
        Assert.All(app.Sandbox.Charges, charge => Assert.True(
            estimates.Single(attempt => attempt.RemoteId == charge.RemoteId) is var attempt && charge.AmountUsd <= attempt.EstimateUsd,
            $"{vendor} took {charge.AmountUsd} USD for {attempt.Spec.Model}, {attempt.Spec.Duration}, {attempt.Spec.Resolution}, sound {attempt.Spec.Sound}, where {attempt.EstimateUsd} was the bound"));
    }

    private static IEnumerable<VideoRequest> Requests(string vendor) =>
        from model in ModelCatalogue.Embedded.Providers.Single(provider => provider.Name == vendor).Models
        where !model.Id.StartsWith(UnknownToTheSandbox, StringComparison.Ordinal)
        from offer in model.Offers
        where offer.Operations.Contains(VideoOperation.TextToVideo) && offer.Required.Count == 0
        from seconds in Lengths(offer).Distinct()
        from resolution in offer.Resolutions.Count == 0 ? [null] : offer.Resolutions.Select(each => (VideoResolution?)each)
        select new VideoRequest
        {
            Prompt = VendorApp.Prompt,
            Model = $"{vendor}/{model.Id}",
            Duration = seconds is { } length ? TimeSpan.FromSeconds((double)length) : null,
            Resolution = resolution,
            Sound = offer.Sound,
        };

    private static IEnumerable<decimal?> Lengths(ModelOffer offer) =>
        offer.Seconds.Count > 0 ? offer.Seconds.Select(each => (decimal?)each) : offer.SecondsFrom is { } from ? [from, offer.DefaultSeconds ?? from, offer.SecondsTo] : [null];
}
