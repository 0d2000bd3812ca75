using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.Edges;

public sealed class EdgeTests
{
    private static readonly SourceFile Money = new(
        "src/VideoGen.Sdk/Costs/Price.cs", "namespace VideoGen.Sdk.Costs; public sealed record Price(decimal Usd); public static class Prices { public static int Count => 1; }");

    [Fact]
    public void Every_slice_uses_only_what_its_row_of_the_table_lists() =>
        Verdict.Clean(Meaning.OfPackages.SelectMany(EdgeRule.Faults));

    [Fact]
    public void The_sources_are_really_bound_so_that_edges_can_be_seen()
    {
        var core = Meaning.OfPackages.Single(package => package.Package == "VideoGen.Sdk");
        var seen = core.Files.Where(file => Slice.OfFile(file.Path) == "Budgets").SelectMany(file => EdgeRule.Uses(core, file)).Select(use => use.Slice);
        Assert.Contains("Costs", seen);
    }

    [Theory]
    [InlineData("Platforms", "using VideoGen.Sdk.Costs; namespace VideoGen.Sdk.Platforms; class A { Price? price; }")]
    [InlineData("Platforms", "namespace VideoGen.Sdk.Platforms; class A { Costs.Price? price; }")]
    [InlineData("Platforms", "namespace VideoGen.Sdk.Platforms; class A { int count = VideoGen.Sdk.Costs.Prices.Count; }")]
    [InlineData("Providers/Kling", "using VideoGen.Sdk.Costs; namespace VideoGen.Sdk.Providers.Kling; class A;")]
    [InlineData("Providers/Kling", "using Money = VideoGen.Sdk.Costs.Price; namespace VideoGen.Sdk.Providers.Kling; class A { Money? price; }")]
    public void An_edge_that_the_table_does_not_list_is_found(string folder, string text) =>
        Assert.NotEmpty(Faults(Money, new SourceFile($"src/VideoGen.Sdk/{folder}/A.cs", text)));

    [Fact]
    public void A_vendor_that_uses_another_vendor_is_found()
    {
        var pika = new SourceFile("src/VideoGen.Sdk/Providers/Pika/Wire.cs", "namespace VideoGen.Sdk.Providers.Pika; public class Wire;");
        var kling = new SourceFile("src/VideoGen.Sdk/Providers/Kling/A.cs", "namespace VideoGen.Sdk.Providers.Kling; class A(Pika.Wire wire);");
        Assert.Single(Faults(pika, kling));
    }

    [Fact]
    public void Behaviour_is_found_where_only_records_may_be_used()
    {
        var providers = new SourceFile(
            "src/VideoGen.Sdk/Providers/Seam.cs", "namespace VideoGen.Sdk.Providers; public interface ISeam; public sealed record Fact;");
        var queue = new SourceFile("src/VideoGen.Sdk/Queue/A.cs", "using VideoGen.Sdk.Providers; namespace VideoGen.Sdk.Queue; class A(Fact fact, ISeam seam);");
        Assert.Contains("ISeam", Assert.Single(Faults(providers, queue)));
    }

    [Fact]
    public void A_folder_that_the_table_does_not_know_is_found() =>
        Assert.Single(Faults(new SourceFile("src/VideoGen.Sdk/Things/A.cs", "namespace VideoGen.Sdk.Things; class A;")));

    [Fact]
    public void An_edge_that_the_table_lists_passes() =>
        Assert.Empty(Faults(Money, new SourceFile("src/VideoGen.Sdk/Budgets/A.cs", "using VideoGen.Sdk.Costs; namespace VideoGen.Sdk.Budgets; class A(Price price);")));

    private static List<string> Faults(params SourceFile[] files) => [.. EdgeRule.Faults(new Meaning("VideoGen.Sdk", files))];
}
