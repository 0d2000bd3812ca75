using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.Safety;

public sealed class CatchTests
{
    [Fact]
    public void No_exception_is_swallowed_without_a_reason() =>
        Verdict.Clean(Repository.CSharp("src", "tests", "samples", "benchmarks").SelectMany(CatchRule.Faults));

    [Theory]
    [InlineData("catch { }")]
    [InlineData("catch (Exception) { /* a reason does not help here */ }")]
    [InlineData("catch (IOException) { }")]
    public void A_swallowed_exception_is_found(string clause) => Assert.Single(Faults(clause));

    [Theory]
    [InlineData("catch (IOException) { /* the other process may have removed it already */ }")]
    [InlineData("catch (Exception failure) { Report(failure); }")]
    public void A_handled_exception_passes(string clause) => Assert.Empty(Faults(clause));

    private static IEnumerable<string> Faults(string clause) => CatchRule.Faults(new SourceFile("src/A.cs", $"class A {{ void M() {{ try {{ }} {clause} }} }}"));
}
