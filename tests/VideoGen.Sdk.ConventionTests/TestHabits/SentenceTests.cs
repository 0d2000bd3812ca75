using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.TestHabits;

public sealed class SentenceTests
{
    [Fact]
    public void Every_test_is_named_by_a_sentence() => Verdict.Clean(Repository.CSharp("tests").SelectMany(SentenceRule.Faults));

    [Theory]
    [InlineData("[Fact] public void Works() { }")]
    [InlineData("[Theory] public void ParseReturnsNull() { }")]
    [InlineData("[Fact(Skip = \"x\")] public void Parse_works() { }")]
    public void A_name_that_is_no_sentence_is_found(string member) => Assert.Single(Faults(member));

    [Theory]
    [InlineData("[Fact] public void A_lost_answer_is_never_posted_again() { }")]
    [InlineData("public void Works() { }")]
    public void A_sentence_passes(string member) => Assert.Empty(Faults(member));

    private static IEnumerable<string> Faults(string member) => SentenceRule.Faults(new SourceFile("tests/A.cs", $"class A {{ {member} }}"));
}
