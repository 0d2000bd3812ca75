using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Providers.Runway;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Runway;

/// <summary>Runway fills in what a request leaves open; from the app's catalogue, not from the one that came with the package.</summary>
public sealed class RunwayCatalogueTests
{
    private const string Ours = """
        {"providers":[{"name":"runway","models":[
          {"id":"gen4.5","endsOn":"2027-01-01","offers":[{"secondsFrom":2,"secondsTo":10,"defaultSeconds":8,"ratios":["720:1280"],"resolutions":["720p"],"prices":[{"perSecondUsd":0.5}]}]},
          {"id":"seedance2","offers":[{"secondsFrom":4,"secondsTo":40,"ratios":["1280:720"],"sound":true,"prices":[{"perSecondUsd":0.5}]}]},
          {"id":"veo3.1","endsOn":"2026-11-01","offers":[{"seconds":[8],"prices":[{"perSecondUsd":0.5}]}]},
          {"id":"gen3a_turbo","offers":[{"operations":["TextToVideo"],"seconds":[5],"defaultSeconds":5,"ratios":["1280:720"],"prices":[{"perSecondUsd":0.5}]}]}]}]}
        """;

    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero));
    private static readonly ModelCatalogue Catalogue = ModelCatalogue.Embedded.With(ModelCatalogue.Parse(Ours, "ours"));
    private static readonly RunwayProvider Runway = RunwayProvider.Create(RunwayDesk.Key, timeProvider: Clock, catalogue: Catalogue);

    [Fact]
    public Task What_a_request_leaves_open_comes_from_the_apps_catalogue_without_a_container() => MustFillFromOursAsync(Runway);

    [Fact]
    public async Task What_a_request_leaves_open_comes_from_the_apps_catalogue_in_a_container()
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(Clock);
        services.AddVideoGeneration(new ConfigurationBuilder().AddInMemoryCollection(
        [
            KeyValuePair.Create("VideoGeneration:Providers:runway:ApiKey", (string?)"k"),
            KeyValuePair.Create("VideoGeneration:Catalogue:ModelsJson", (string?)Ours),
        ]).Build());
        await using var provider = services.BuildServiceProvider();

        await MustFillFromOursAsync(provider.GetVideoProvider("runway"));
    }

    [Fact]
    public async Task A_model_is_refused_from_its_end_on_and_not_before()
    {
        var gone = await Assert.ThrowsAsync<ProviderCallException>(async () => await Runway.ComposeAsync(RunwayDesk.Task(RunwayDesk.Spec("veo3.1"))));

        Assert.Equal(ProviderFailureKind.Retired, gone.Failure!.Kind);
        Assert.Contains("2026-11-01", gone.Message, StringComparison.Ordinal);
        foreach (var model in (string[])["gen3a_turbo", "gen4.5"])
        {
            Assert.NotEqual(0, (await Runway.ComposeAsync(RunwayDesk.Task(RunwayDesk.Spec(model)))).Content.Length);
        }
    }

    [Fact]
    public void A_length_that_the_model_chooses_is_held_at_the_longest_of_the_apps_catalogue() => Assert.Equal(
        40 * 0.5m,
        Runway.Estimate(RunwayDesk.Spec("seedance2", new RunwaySettings { AutoDuration = true }) with { Sound = true }, Catalogue.Find("runway", "seedance2")!).Usd);

    private static async Task MustFillFromOursAsync(IVideoProvider runway)
    {
        var body = await runway.ComposeAsync(RunwayDesk.Task(RunwayDesk.Spec() with { Duration = null, AspectRatio = null }), TestContext.Current.CancellationToken);

        var sent = JsonNode.Parse(body.Content.Span)!;
        Assert.Equal((8, "720:1280"), ((int)sent["duration"]!, (string)sent["ratio"]!));
    }
}
