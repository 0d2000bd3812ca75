using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.Safety;

public sealed class MoneyTests
{
    [Fact]
    public void Money_is_never_a_binary_fraction() => Verdict.Clean(Meaning.OfPackages.SelectMany(MoneyRule.Faults));

    [Theory]
    [InlineData("double CostUsd;")]
    [InlineData("float? CostUsd { get; set; }")]
    [InlineData("void M(IReadOnlyList<double> pricesUsd) { }")]
    [InlineData("void M() { var totalUsd = 1.5; }")]
    [InlineData("Task<double> SpentUsdAsync() => throw null!;")]
    public void A_binary_fraction_is_found(string member) => Assert.Single(Faults(member));

    [Theory]
    [InlineData("decimal CostUsd;")]
    [InlineData("double Seconds;")]
    public void Exact_money_and_other_numbers_pass(string member) => Assert.Empty(Faults(member));

    private static IEnumerable<string> Faults(string member) =>
        MoneyRule.Faults(new Meaning("VideoGen.Sdk", [new SourceFile("src/VideoGen.Sdk/A.cs", $"namespace VideoGen.Sdk; class A {{ {member} }}")]));
}
