using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.Tests.Providers.Catalogue;

public sealed class ModelCatalogueTests
{
    [Fact]
    public void An_overlay_replaces_models_of_the_same_id_and_adds_new_ones_after()
    {
        var known = ModelCatalogue.Embedded.ModelsOf("kling");
        var merged = ModelCatalogue.Embedded.With(ModelCatalogue.Parse(Json("kling", Model(known[0].Id, "0.5"), Model("brand-new", "0.5")), "test"));

        Assert.Equal([.. known.Select(m => m.Id), "brand-new"], merged.ModelsOf("kling").Select(m => m.Id));
        Assert.Equal(0.5m, merged.ModelsOf("kling")[0].Offers[0].Prices[0].PerClipUsd);
        Assert.Equal("kling", merged.Find("KLING", "Brand-New")!.Provider);
        Assert.Equal(ModelCatalogue.Embedded.ModelsOf("pika"), merged.ModelsOf("pika"));
    }

    [Fact]
    public void An_overlay_may_bring_a_provider_of_its_own()
    {
        var merged = ModelCatalogue.Embedded.With(ModelCatalogue.Parse(Json("mine", Model("m", "0")), "test"));

        Assert.NotNull(merged.Find("mine", "m"));
        Assert.Empty(merged.ModelsOf("nobody"));
    }

    [Theory]
    [InlineData("{", "cannot be read")]
    [InlineData("null", "is empty")]
    [InlineData("""{"providers":[{"name":"x","models":[],"colour":1}]}""", "cannot be read")]
    [InlineData("""{"providers":[{"name":"x","models":[]},{"name":"X","models":[]}]}""", "provider 'x' is there twice")]
    public void What_is_no_catalogue_is_refused_with_the_place(string json, string says)
    {
        var refused = Assert.Throws<InvalidCatalogueException>(() => ModelCatalogue.Parse(json, "test.json"));

        Assert.Contains("test.json", refused.Message, StringComparison.Ordinal);
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_negative_price_and_a_model_that_is_there_twice_are_refused()
    {
        Assert.Contains("kling/m has a negative price", Refusal(Json("kling", Model("m", "-0.01"))), StringComparison.Ordinal);
        Assert.Contains("'m' is there twice", Refusal(Json("kling", Model("m", "0"), Model("m", "0"))), StringComparison.Ordinal);
    }

    private static string Refusal(string json) => Assert.Throws<InvalidCatalogueException>(() => ModelCatalogue.Parse(json, "test")).Message;

    private static string Json(string provider, params string[] models) => $$"""{"providers":[{"name":"{{provider}}","models":[{{string.Join(',', models)}}]}]}""";

    private static string Model(string id, string usd) => $$"""{"id":"{{id}}","offers":[{"prices":[{"perClipUsd":{{usd}}}]}]}""";
}
