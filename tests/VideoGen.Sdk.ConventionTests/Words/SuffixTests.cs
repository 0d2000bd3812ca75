using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.Words;

public sealed class SuffixTests
{
    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Verdict.Clean(Repository.CSharp("src", "tests", "samples", "benchmarks").SelectMany(SuffixRule.Faults));

    [Theory]
    [InlineData("class JobManager;")]
    [InlineData("record VideoInfo;")]
    [InlineData("interface IVideoService;")]
    [InlineData("class A { enum PathUtils { None } }")]
    public void An_empty_name_is_found(string text) => Assert.Single(SuffixRule.Faults(new SourceFile("src/A.cs", text)));

    [Fact]
    public void A_speaking_name_passes() => Assert.Empty(SuffixRule.Faults(new SourceFile("src/A.cs", "class JobStore; class Informer;")));
}
